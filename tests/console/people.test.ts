// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openPage, picture, startChromium, type WatchedPage } from './chromium.ts'
import { serveDesk } from './desk.ts'
import { inEveryForm } from './every-form.ts'

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

/** IT sets the agent up at its console: the first operator, then the others. */
async function makePeople(watched: WatchedPage, look: typeof inEveryForm | undefined): Promise<void> {
  const { page } = watched
  await page.waitForSelector(part('first-operator'))
  await look?.(watched, '32-first-operator')
  await add(page, IT)
  await page.click(part('view-people'))
  await page.waitForSelector(part('operator-it-1'))
  for (const person of [CASHIER, SUPERVISOR]) {
    await page.selectOption(part('add-role'), person.role)
    await add(page, person)
    await page.waitForSelector(part(`operator-${person.number}`))
  }
  await page.selectOption(part('add-role'), 'cashier')
  await add(page, CASHIER)
  await page.waitForSelector(`${part('problem')}[data-code=OPERATOR_EXISTS]`)
  await look?.(watched, '33-operators')
}

async function add(page: Page, { number, name, pin }: typeof IT): Promise<void> {
  await page.fill(part('add-number'), number)
  await page.fill(part('add-name'), name)
  await page.fill(part('add-pin'), pin)
  await page.click(part('add-submit'))
}

async function signOn(page: Page, { number, pin }: { number: string; pin: string }): Promise<void> {
  await page.fill(part('sign-on-number'), number)
  await page.fill(part('sign-on-pin'), pin)
  await page.click(part('sign-on-submit'))
}

describe('people at the console', () => {
  it('are changed by IT: a new PIN, another role, the end; cashiers and supervisors may not', async () => {
    await using desk = await serveDesk({ signOn: true, askByItself: false })
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    await makePeople(watched, inEveryForm)
    const row = (number: string): string => part(`operator-${number}`)
    await page.click(`${row('1001')} ${part('reset-pin')}`)
    await page.fill(`${row('1001')} ${part('new-pin')}`, '111222')
    await page.click(`${row('1001')} ${part('new-pin-submit')}`)
    await page.waitForSelector(`${row('1001')} >> text=PIN 已修改`)
    await page.click(`${row('2001')} ${part('toggle')}`)
    await page.waitForSelector(`${row('2001')} >> text=已停用`)
    await page.click(`${row('it-1')} ${part('toggle')}`)
    await page.waitForSelector(`${part('problem')}[data-code=LAST_ADMINISTRATOR]`)
    await page.selectOption(`${row('it-1')} ${part('role')}`, 'cashier')
    await page.waitForSelector(`${part('problem')}[data-code=LAST_ADMINISTRATOR]`)
    assert.equal(await page.inputValue(`${row('it-1')} ${part('role')}`), 'it')
    await page.click(part('language'))
    await page.waitForSelector('text=may sign on')
    await page.waitForSelector(`${row('1001')} >> text=The PIN was changed`)
    await inEveryForm(watched, '34-operators-en')
    await page.click(part('language'))

    await page.click(part('sign-off'))
    await signOn(page, CASHIER)
    await page.waitForSelector(`${part('problem')}[data-code=SIGN_ON_REFUSED]`)
    await signOn(page, { ...CASHIER, pin: '111222' })
    await page.waitForSelector(part('view-service'))
    assert.equal(await page.locator(part('view-people')).count(), 0)
    await page.click(part('view-service'))
    await page.fill(part('own-pin-old'), '111222')
    await page.fill(part('own-pin-new'), '333444')
    await page.click(part('own-pin-submit'))
    await page.waitForSelector('text=PIN 已修改')
    await page.click(part('sign-off'))
    await signOn(page, { ...CASHIER, pin: '333444' })
    await page.waitForSelector(part('view-sale'))
    await page.reload()
    await page.waitForSelector(part('following'))
    await page.context().close()
  })

  it('sign on, refund over the limit with a second person, and leave decisions to a supervisor', async () => {
    await using desk = await serveDesk({ signOn: true, refundLimit: '1.00', askByItself: false })
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    await makePeople(watched, undefined)
    await page.click(part('sign-off'))
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
