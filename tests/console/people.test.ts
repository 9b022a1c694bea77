// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openPage, picture, startChromium } from './chromium.ts'
import { serveDesk } from './desk.ts'

const part = (name: string): string => `[data-test=${name}]`
const stage = (name: string): string => `${part('sale')}[data-stage=${name}]`
const button = (name: string): string => `${part(name)}:not([disabled])`

const IT = { number: 'it-1', name: '信息科 赵', role: 'it', pin: '900001' }
const CASHIER = { number: '1001', name: '陈收费', role: 'cashier', pin: '100100' }
const SUPERVISOR = { number: '2001', name: '李主管', role: 'supervisor', pin: '200200' }

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

/** Makes the people of the test as IT does, with the token of the page. */
async function makePeople(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  const token = await page.evaluate((name) => globalThis.localStorage.getItem(name), `nationec:${origin}`)
  const headers = { Origin: origin, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, await answer.text())
  }
  await post('/v1/operators', IT)
  await post('/v1/session', { number: IT.number, pin: IT.pin })
  await post('/v1/operators', CASHIER)
  await post('/v1/operators', SUPERVISOR)
  await fetch(`${origin}/v1/session`, { method: 'DELETE', headers })
}

async function signOn(page: Page, { number, pin }: { number: string; pin: string }): Promise<void> {
  await page.fill(part('sign-on-number'), number)
  await page.fill(part('sign-on-pin'), pin)
  await page.click(part('sign-on-submit'))
}

describe('people at the console', () => {
  it('sign on, refund over the limit with a second person, and leave decisions to a supervisor', async () => {
    await using desk = await serveDesk({ signOn: true, refundLimit: '1.00', askByItself: false })
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    await page.waitForSelector(part('sign-on'))
    await makePeople(page)
    await signOn(page, { ...CASHIER, pin: '000000' })
    await page.waitForSelector(`${part('problem')}[data-code=SIGN_ON_REFUSED]`)
    await picture(watched, '30-sign-on')
    await signOn(page, CASHIER)
    await page.click(part('example-small'))
    await page.click(part('view-service'))
    for (const name of ['officeId', 'officeName']) await page.fill(part(`operator-${name}`), '03')
    await page.click(part('operator-keep'))
    await page.click(part('view-sale'))
    await page.click(button('scan'))
    await page.click(part('present'))
    await page.click(button('upload'))
    await page.waitForSelector(stage('uploaded'))
    await page.click(part('pay'))
    await page.waitForSelector(stage('settled'))
    await page.click(button('refund'))
    await page.fill(part('refund-cash'), '5.00')
    await page.click(button('refund-submit'))
    await page.waitForSelector(part('second'))
    assert.equal(desk.simulator.refunds().length, 0, 'the first person alone gives nothing back')
    await picture(watched, '31-second-person')
    await page.fill(part('second-number'), SUPERVISOR.number)
    await page.fill(part('second-pin'), SUPERVISOR.pin)
    await page.click(button('refund-submit'))
    await page.waitForSelector(stage('partly-refunded'))
    assert.equal(desk.simulator.refunds().length, 1)

    await page.keyboard.press('F8')
    desk.simulator.faults.next('lost-request', 'uploadFees')
    await page.click(part('example-small'))
    await page.click(button('scan'))
    await page.click(part('present'))
    await page.click(button('upload'))
    await page.waitForSelector(part('unknown'))
    await page.keyboard.press('F6')
    await page.click(`${part('decide')} summary`)
    await page.waitForSelector('text=须由主管认定')
    await page.click(part('sign-off'))
    await signOn(page, SUPERVISOR)
    await page.waitForSelector(part('unknown'))
    await page.keyboard.press('F6')
    await page.click(`${part('decide')} summary`)
    await page.check(part('decide-not-done'))
    await page.fill(part('decide-because'), '与中心核对，无此订单')
    await page.fill(part('decide-amount'), '150.52')
    await page.click(button('decide-submit'))
    await page.waitForSelector(stage('identified'))
    await page.context().close()
  })
})
