// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { formatYuan } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import type { Browser, Page } from 'playwright-core'
import { openPage, picture, startChromium, type WatchedPage } from './chromium.ts'
import { type ServedDesk, serveDesk } from './desk.ts'

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

const part = (name: string): string => `[data-test=${name}]`
const stage = (name: string): string => `${part('sale')}[data-stage=${name}]`
const button = (name: string): string => `${part(name)}:not([disabled])`

/** Opens the console of an agent that is just for this test. */
async function atTheTill(
  work: (page: Page, desk: ServedDesk, watched: WatchedPage) => Promise<void>,
  options?: Parameters<typeof serveDesk>[0],
): Promise<void> {
  await using desk = await serveDesk(options)
  const watched = await openPage(browser)
  try {
    await watched.page.goto(desk.consoleUrl)
    await watched.page.waitForSelector(part('entry'))
    await work(watched.page, desk, watched)
    assert.deepEqual(watched.complaints, [], 'the browser complained')
  } finally {
    await watched.page.context().close()
  }
}

/** The agent asks only when the cashier does. */
const BY_HAND = { askByItself: false }

/** Chromium itself writes a line for each answer that is not a success. */
function withoutFailedRequests({ complaints }: WatchedPage): void {
  const kept = complaints.filter(
    (text) => !/status of (404|409|502|503|504|401)|ERR_CONNECTION|ERR_INCOMPLETE/.test(text),
  )
  complaints.splice(0, complaints.length, ...kept)
}

const small = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(new URL('../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'))

/** A bill that another program hands over while the page is open. */
async function handOver(page: Page, changes: Record<string, unknown> = {}): Promise<void> {
  const { ecToken, idNo, idType, userName, medOrgOrd, orgCodg, ...rest } = await small()
  const { origin } = new URL(page.url())
  const token = await page.evaluate((name) => globalThis.localStorage.getItem(name), `nationec:${origin}`)
  const answer = await fetch(`${origin}/v1/sales`, {
    method: 'POST',
    headers: { Origin: origin, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ bill: { ...rest, ...changes } }),
  })
  assert.equal(answer.status, 201)
}

async function example(page: Page): Promise<void> {
  await page.click(part('example-small'))
  await page.waitForSelector(stage('draft'))
}

async function read(page: Page): Promise<void> {
  await page.click(button('scan'))
  await page.click(part('present'))
  await page.waitForSelector(stage('identified'))
}

async function upload(page: Page): Promise<void> {
  await example(page)
  await read(page)
  await page.click(button('upload'))
  await page.waitForSelector(stage('uploaded'))
}

async function pay(page: Page): Promise<void> {
  await page.click(part('pay'))
  await page.waitForSelector(stage('settled'))
}

describe("the cashier's console", () => {
  it('takes a sale from the bill to the split by three keys, and asks by itself after the push', () =>
    atTheTill(async (page, { simulator }, watched) => {
      await handOver(page)
      await page.waitForSelector(stage('draft'))
      await picture(watched, '01-bill')
      await page.keyboard.press('F2')
      await page.waitForSelector(part('elapsed'))
      await picture(watched, '02-waits-for-the-patient')
      await page.click(part('present'))
      await page.waitForSelector(stage('identified'))
      await page.keyboard.press('F4')
      await page.waitForSelector(stage('uploaded'))
      await page.waitForSelector(part('pay'))
      await picture(watched, '03-to-be-paid')
      await pay(page)
      const { cash } = simulator.ledger.paid
      assert.equal(await page.textContent(part('cash')), `¥${formatYuan(cash)}`)
      assert.equal(await page.getAttribute(`${part('diagram')} [data-lit]`, 'data-lit'), 'settled')
      await picture(watched, '04-settled')
      await page.keyboard.press('F8')
      await page.waitForSelector(part('entry'))
      assert.equal(simulator.counts.effects.uploads, 1)
    }))

  it('goes by mouse and buttons as well, takes a face for a code, and stops waiting', () =>
    atTheTill(async (page, { simulator }) => {
      await example(page)
      await page.click(button('scan'))
      await page.click(part('stop'))
      await page.waitForSelector(button('scan'))
      await page.click(button('scan'))
      await page.waitForSelector(part('stop'))
      await page.keyboard.press('Escape')
      await page.click(button('face'))
      await page.getByRole('heading', { name: '请正对屏幕刷脸' }).waitFor()
      await page.click(part('present'))
      await page.click(button('upload'))
      await page.waitForSelector(stage('uploaded'))
      assert.equal(simulator.counts.effects.uploads, 1)
    }))

  it('uploads once for a double press, by key and by mouse', () =>
    atTheTill(async (page, { simulator }) => {
      await example(page)
      await read(page)
      await Promise.all([page.keyboard.press('F4'), page.keyboard.press('F4')])
      await page.waitForSelector(stage('uploaded'))
      assert.equal(simulator.counts.effects.uploads, 1)
      await page.click(button('leave'))
      await page.waitForSelector(part('entry'))
      await example(page)
      await read(page)
      await page.dblclick(button('upload'))
      await page.waitForSelector(stage('uploaded'))
      assert.equal(simulator.counts.effects.uploads, 2)
    }))

  it('finds the sale again after a reload, in a second tab, and when the agent was started anew', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nationec-console-'))
    const simulator = createSimulator({ seed: 7 })
    const watched = await openPage(browser)
    const { page } = watched
    try {
      let port = 0
      let name = ''
      {
        await using desk = await serveDesk({ dataFolder: folder, simulator })
        port = Number(new URL(desk.base).port)
        await page.goto(desk.consoleUrl)
        await example(page)
        await read(page)
        name = (await page.textContent(part('person'))) ?? ''
        await page.reload()
        await page.waitForSelector(stage('identified'))
        assert.equal(await page.textContent(part('person')), name)
        const second = await page.context().newPage()
        await second.goto(desk.base)
        await second.waitForSelector(stage('identified'))
        assert.equal(await second.textContent(part('person')), name)
        await Promise.all([page.keyboard.press('F4'), second.keyboard.press('F4')])
        await Promise.all([page, second].map((tab) => tab.waitForSelector(stage('uploaded'))))
        assert.equal(simulator.counts.effects.uploads, 1, 'two tabs press at once')
        await second.close()
      }
      await page.waitForSelector('text=正在重新连接')
      await using desk = await serveDesk({ dataFolder: folder, simulator, port })
      await page.locator(part('following'), { hasText: '实时' }).waitFor({ timeout: 30_000 })
      await page.reload()
      await page.waitForSelector(stage('uploaded'))
      assert.equal(await page.textContent(part('person')), name)
      await pay(page)
      assert.equal(simulator.counts.effects.uploads, 1)
      assert.notEqual(desk.base, '')
    } finally {
      await page.context().close()
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('sends no person with the order of another, after a reload and a new patient', () =>
    atTheTill(async (page, { simulator }, watched) => {
      await upload(page)
      await pay(page)
      await page.keyboard.press('F8')
      await page.waitForSelector(part('entry'))
      await page.reload()
      await page.click(part('view-orders'))
      await page.click(`${part('order')} button`)
      await page.click(part('take-up'))
      await page.waitForSelector(part('identify'))
      assert.equal(await page.isVisible(part('refund')), false, 'a refund needs the patient of this order')
      await page.click(part('identify'))
      await page.waitForSelector(part('present'))
      simulator.patient.present('second')
      await page.waitForSelector(`${part('problem')}[data-code=SALE_PERSON_DIFFERS]`)
      await picture(watched, '05-another-patient')
      assert.equal(simulator.refunds().length, 0)
      await page.click(part('identify'))
      await page.click(part('present'))
      await page.waitForSelector(button('refund'))
      withoutFailedRequests(watched)
    }))

  it('can be uploaded and revoked again after a refusal, and shows code and text of the centre', () =>
    atTheTill(async (page, { simulator }, watched) => {
      await example(page)
      await read(page)
      simulator.faults.next('busy', 'uploadFees')
      await page.click(button('upload'))
      await page.waitForSelector(part('refusal'))
      assert.match((await page.textContent(part('refusal'))) ?? '', /\[\d+\].*\S/)
      await picture(watched, '06-refused')
      await page.click(button('upload'))
      await page.waitForSelector(stage('uploaded'))
      simulator.faults.next('refused', 'revokeFees')
      const revoke = async () => {
        await page.click(button('revoke'))
        await page.click(button('sure'))
      }
      await revoke()
      await page.waitForSelector(part('refusal'))
      await revoke()
      await page.waitForSelector(stage('revoked'))
      assert.deepEqual([simulator.counts.effects.uploads, simulator.counts.effects.revokes], [1, 1])
      withoutFailedRequests(watched)
    }))

  it('gives money back once for a double submit, and offers what is left', () =>
    atTheTill(async (page, { simulator }, watched) => {
      await upload(page)
      await pay(page)
      await page.click(button('refund'))
      await page.fill(part('refund-cash'), '99999')
      await page.waitForSelector('[role=alert]')
      assert.equal(await page.isDisabled(part('refund-submit')), true, 'more than was paid cannot be given back')
      await page.fill(part('refund-cash'), '5')
      await picture(watched, '07-refund')
      await page.focus(part('refund-cash'))
      await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
      await page.waitForSelector(stage('partly-refunded'))
      await page.waitForTimeout(300)
      assert.equal(simulator.refunds().length, 1)
      await page.click(button('refund'))
      const cash = await page.locator(`${part('refund-table')} [data-bucket=cash] td`).allTextContents()
      assert.equal(cash[1], '5.00')
      assert.equal(Number(cash[2]), Number(cash[0]) - 5)
      await page.check(part('refund-ALL'))
      await page.dblclick(button('refund-submit'))
      await page.waitForSelector(stage('refunded'))
      assert.equal(simulator.refunds().length, 2)
      await picture(watched, '08-refunded')
    }))
})

describe('an outcome that is not known', () => {
  it('takes the sale over, charges nothing more, lets another patient on, and a query ends it', () =>
    atTheTill(async (page, { simulator }, watched) => {
      simulator.faults.next('lost-answer', 'uploadFees')
      await example(page)
      await read(page)
      await page.keyboard.press('F4')
      await page.waitForSelector(part('unknown'))
      assert.match((await page.textContent(part('unknown'))) ?? '', /不要再次收费/)
      await picture(watched, '10-unknown')
      await page.keyboard.press('F4')
      await page.reload()
      await page.waitForSelector(part('unknown'))
      await page.keyboard.press('F8')
      await page.waitForSelector(part('entry'))
      await example(page)
      await read(page)
      await page.waitForSelector(part('waits-for'))
      assert.equal(await page.isDisabled(part('upload')), true, 'the same person')
      await picture(watched, '11-same-person')
      await page.keyboard.press('F2')
      await page.waitForSelector(part('present'))
      simulator.patient.present('second')
      await page.waitForSelector(part('waits-for'), { state: 'detached' })
      await page.click(button('upload'))
      await page.waitForSelector(stage('uploaded'))
      assert.equal(simulator.counts.effects.uploads, 2)

      await page.click(`${part('open-sale')}[data-stage=unknown]`)
      await page.keyboard.press('F6')
      await page.waitForSelector(stage('uploaded'))
      assert.equal(await page.locator(`${part('open-sale')}[data-stage=unknown]`).count(), 0)
      await page.click(part('view-orders'))
      await page.waitForSelector(part('order'))
      assert.equal(await page.locator(part('order')).count(), 2, 'one order is one row')
      assert.equal(simulator.counts.effects.uploads, 2)
      withoutFailedRequests(watched)
    }, BY_HAND))

  it('is decided by a person with name, reason and the amount typed again, after a query that proves nothing', () =>
    atTheTill(async (page, { simulator }, watched) => {
      simulator.faults.next('lost-request', 'uploadFees')
      await example(page)
      await read(page)
      await page.keyboard.press('F4')
      await page.waitForSelector(part('unknown'))
      assert.equal(await page.isVisible(part('decide')), false, 'first the centre is asked')
      await page.keyboard.press('F6')
      await page.click(`${part('decide')} summary`)
      await page.check(part('decide-not-done'))
      await page.fill(part('decide-by'), 'u007')
      await page.fill(part('decide-because'), '与中心核对，无此订单')
      await page.fill(part('decide-amount'), '150.00')
      assert.equal(await page.isDisabled(part('decide-submit')), true, 'another amount')
      await page.fill(part('decide-amount'), '150.52')
      await picture(watched, '12-decide')
      await page.click(part('decide-submit'))
      await page.waitForSelector(stage('identified'))
      await page.click(button('upload'))
      await page.waitForSelector(stage('uploaded'))
      assert.equal(simulator.counts.effects.uploads, 1)
      withoutFailedRequests(watched)
    }, BY_HAND))

  it('is what an answer of another bill makes of an upload', () =>
    atTheTill(async (page, { simulator }, watched) => {
      await upload(page)
      await page.keyboard.press('F8')
      await page.waitForSelector(part('entry'))
      await example(page)
      simulator.faults.next('stale-answer', 'uploadFees')
      await page.click(button('scan'))
      await page.waitForSelector(part('present'))
      simulator.patient.present('second')
      await page.click(button('upload'))
      await page.waitForSelector(part('unknown'))
      await page.keyboard.press('F6')
      await page.waitForSelector(stage('uploaded'))
      const orders = simulator.orders()
      assert.equal(new Set(orders.map(({ payOrdId }) => payOrdId)).size, 2)
      withoutFailedRequests(watched)
    }, BY_HAND))
})
