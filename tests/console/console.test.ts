// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openPage, picture, startChromium, type WatchedPage } from './chromium.ts'
import { type ServedDesk, serveDesk } from './desk.ts'

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

const part = (name: string): string => `[data-test=${name}]`

/** Opens the console of a desk that is just for this test. */
async function atTheDesk(
  work: (page: Page, desk: ServedDesk, watched: WatchedPage) => Promise<void>,
  options?: Parameters<typeof serveDesk>[0],
): Promise<void> {
  await using desk = await serveDesk(options)
  const watched = await openPage(browser)
  try {
    await watched.page.goto(desk.consoleUrl)
    await watched.page.waitForSelector(part('bill'))
    await work(watched.page, desk, watched)
    assert.deepEqual(watched.complaints, [], 'the browser complained')
  } finally {
    await watched.page.close()
  }
}

async function readCredential(page: Page): Promise<void> {
  await page.click(part('scan'))
  await page.click(part('present'))
  await page.waitForSelector(`${part('upload')}:not([disabled])`)
}

async function upload(page: Page): Promise<void> {
  await readCredential(page)
  await page.click(part('upload'))
  await page.waitForSelector(part('order'))
}

/** The agent asks only when the cashier does. */
const BY_HAND = { askByItself: false }

/** Chromium itself writes a line for each answer that is not a success. */
function withoutFailedRequests({ complaints }: WatchedPage): void {
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 504/.test(text)))
}

const status = (page: Page, name: string) => page.waitForSelector(`${part('orders')} [data-status=${name}]`)

describe("the cashier's console", () => {
  it('takes a bill from the credential to the refund', () =>
    atTheDesk(async (page, { simulator }, watched) => {
      await picture(watched, '1-bill')
      await upload(page)
      await page.waitForSelector(part('pay'))
      await picture(watched, '2-order-at-the-terminal')
      await page.click(part('pay'))
      await page.waitForSelector(part('push'))

      await page.click(part('order'))
      await page.click(part('query'))
      await page.click(part('refund'))
      await page.fill(`${part('refund-cash')} input`, '99999')
      await page.waitForSelector('[role=alert]')
      assert.equal(await page.isDisabled(part('refund-submit')), true, 'more than was paid cannot be given back')
      await page.fill(`${part('refund-cash')} input`, '5.00')
      await picture(watched, '3-refund')
      await page.click(part('refund-submit'))
      await page.waitForSelector(part('refund-form'), { state: 'detached' })
      await status(page, 'partly-refunded')
      await picture(watched, '4-refunded')
      assert.equal(simulator.ledger.refunded.cash, '5.00')
      assert.equal(simulator.refunds().length, 1)
    }))

  it('takes a face for a code', () =>
    atTheDesk(async (page, { simulator }, watched) => {
      await page.click(part('face'))
      await page.getByRole('heading', { name: '请正对屏幕刷脸' }).waitFor()
      await picture(watched, '10-face')
      await page.click(part('present'))
      await page.click(`${part('upload')}:not([disabled])`)
      await page.waitForSelector(part('order'))
      assert.equal(simulator.counts.effects.uploads, 1)
    }))

  it('revokes what the patient has not paid', () =>
    atTheDesk(async (page, { simulator }) => {
      await upload(page)
      await page.click(part('order'))
      await page.click(part('revoke'))
      await status(page, 'revoked')
      assert.equal(simulator.counts.effects.revokes, 1)
    }))

  it('shows the lost answer as unknown, and a query finds what was done', () =>
    atTheDesk(async (page, { simulator }, watched) => {
      simulator.faults.next('lost-answer', 'uploadFees')
      await readCredential(page)
      await page.click(part('upload'))
      await page.waitForSelector(part('unknown'))
      await page.waitForSelector(`${part('problem')}[data-code=TIMEOUT]`)
      await picture(watched, '5-unknown')

      await page.click(part('upload')) // an impatient cashier presses again
      await page.waitForTimeout(300)
      assert.equal(simulator.counts.effects.uploads, 1, 'the second press must charge nothing')

      await page.click(part('resolve'))
      await page.waitForSelector(part('unknown'), { state: 'detached' })
      await status(page, 'pending')
      assert.equal(await page.locator(part('order')).count(), 1, 'one order is one row')
      assert.equal(simulator.counts.effects.uploads, 1)
      withoutFailedRequests(watched)
    }, BY_HAND))

  it('lets a person decide with name and reason what no query proves', () =>
    atTheDesk(async (page, { simulator }, watched) => {
      simulator.faults.next('lost-request', 'uploadFees')
      await readCredential(page)
      await page.click(part('upload'))
      await page.waitForSelector(part('unknown'))
      await page.click(part('resolve'))
      await page.waitForSelector(part('decide-not-done'))
      assert.equal(await page.isDisabled(part('decide-not-done')), true, 'nobody decides without a name')
      await page.fill(`${part('decide-by')} input`, 'u007')
      await page.fill(`${part('decide-because')} input`, '与中心核对，无此订单')
      await page.fill(`${part('decide-amount')} input`, '150.52')
      await page.click(part('decide-not-done'))
      await page.waitForSelector(part('unknown'), { state: 'detached' })
      await status(page, 'not-uploaded')
      withoutFailedRequests(watched)
    }, BY_HAND))

  it('plans a fault from its panel and counts it down', () =>
    atTheDesk(async (page, _, watched) => {
      await page.getByRole('tab', { name: '故障注入' }).click()
      await page.getByText('应答丢失（已执行）').waitFor()
      await page.click(part('fault-plan'))
      await page.locator(part('fault-count'), { hasText: '1' }).waitFor()
      await picture(watched, '6-faults')
      await page.click(part('fault-clear'))
      await page.locator(part('fault-count'), { hasText: '0' }).waitFor()
    }))

  it('shows the messages masked', () =>
    atTheDesk(async (page, _, watched) => {
      await readCredential(page)
      const name = /：(.+)$/.exec((await page.textContent(part('person'))) ?? '')?.[1] ?? ''
      assert.notEqual(name, '')
      await page.getByRole('tab', { name: '报文' }).click()
      await page.click(`${part('trace')} summary`)
      await picture(watched, '7-messages')
      const messages = (await page.textContent(part('trace'))) ?? ''
      assert.match(messages, /ec\.query/)
      assert.equal(messages.includes(name), false, 'the patient is named in a message')
    }))

  it('speaks English after one press, and remembers it', () =>
    atTheDesk(async (page, _, watched) => {
      await page.click(part('language'))
      await page.getByRole('heading', { name: 'Settlement desk' }).waitFor()
      assert.equal(await page.getAttribute('html', 'lang'), 'en')
      await picture(watched, '8-english')
      await page.reload()
      await page.getByRole('heading', { name: 'Settlement desk' }).waitFor()
    }))

  it('works with the keyboard alone', () =>
    atTheDesk(async (page, { simulator }) => {
      const press = async (name: string): Promise<void> => {
        for (let step = 0; step < 60; step += 1) {
          await page.keyboard.press('Tab')
          const reached = await page.locator(`${part(name)}:focus, ${part(name)} :focus`).count()
          if (reached > 0) return page.keyboard.press('Enter')
        }
        assert.fail(`the Tab key never reaches ${name}`)
      }
      await press('scan')
      await page.waitForSelector(part('present'))
      await press('present')
      await page.waitForSelector(`${part('upload')}:not([disabled])`)
      await press('upload')
      await page.waitForSelector(part('pay'))
      await press('pay')
      await page.waitForSelector(part('push'))
      await press('order')
      await page.waitForSelector(part('order-detail'))
      await press('query')
      await page.waitForSelector(part('refund'))
      await page.keyboard.press('Escape')
      await page.waitForSelector(part('order-detail'), { state: 'detached' })
      assert.equal(simulator.counts.effects.payments, 1)
    }))

  it('leads to the documentation of its interface, which needs nothing but the agent', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const asked: string[] = []
    watched.page.on('request', (request) => asked.push(request.url()))
    await watched.page.goto(`${desk.base}/docs/`)
    await watched.page.click('summary >> nth=0')
    await picture(watched, '11-documentation')
    assert.deepEqual(watched.complaints, [])
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('data:')),
      [`${desk.base}/docs/`],
    )
    await watched.page.close()
  })

  it('pairs by digits when the start code is used up', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.base)
    await page.click(part('pair'))
    await page.waitForSelector(part('pair-code'))
    await picture(watched, '9-pairing')
    await page.fill(`${part('pair-code')} input`, desk.digits())
    await page.click(part('pair-confirm'))
    await page.waitForSelector(part('bill'))
    await page.close()
  })
})
