// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openPage, picture, startChromium, type WatchedPage } from './chromium.ts'
import { serveDesk } from './desk.ts'

const part = (name: string): string => `[data-test=${name}]`
const stage = (name: string): string => `${part('sale')}[data-stage=${name}]`
const button = (name: string): string => `${part(name)}:not([disabled])`

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

async function uploadExample(page: Page): Promise<void> {
  await page.click(part('example-small'))
  await page.click(button('scan'))
  await page.click(part('present'))
  await page.click(button('upload'))
}

/** What the printer gets: the text of the slip, alone on its paper. */
async function printed(watched: WatchedPage, name: string): Promise<string> {
  const { page } = watched
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.isVisible('#app'), false)
  assert.equal(await page.isVisible(part('slip')), true)
  const width = await page.evaluate(`document.querySelector('${part('slip')}').getBoundingClientRect().width`)
  assert.ok(Number(width) <= (80 / 25.4) * 96, 'it fits paper of 80 mm')
  await picture(watched, name)
  const text = await page.innerText(part('slip'))
  await page.emulateMedia({ media: 'screen' })
  assert.equal(await page.isVisible(part('slip')), false)
  return text
}

it('a paid sale prints a slip of its own; the terminal shows how a payment has ended', async () => {
  await using desk = await serveDesk()
  const watched = await openPage(browser)
  const { page } = watched
  await page.goto(desk.consoleUrl)
  await uploadExample(page)
  await page.waitForSelector(stage('uploaded'))
  assert.equal(await page.locator(part('slip')).count(), 0, 'nothing is printed of a bill that is not paid')
  await page.click(part('cancel'))
  await page.waitForSelector(`${part('terminal')} >> text=已取消支付`)
  await page.waitForSelector(`${part('terminal')}[data-shows=idle]`)
  desk.simulator.patient.pay(desk.simulator.orders()[0]?.payOrdId)
  await page.waitForSelector(stage('settled'))

  await page.keyboard.press('F8')
  await uploadExample(page)
  await page.waitForSelector(stage('uploaded'))
  await page.click(part('pay'))
  await page.waitForSelector(`${part('terminal')}[data-shows=payment] >> text=支付成功`)
  await picture(watched, '41-terminal-paid')
  await page.waitForSelector(stage('settled'))
  const [order] = desk.simulator.orders().slice(-1)
  const text = await printed(watched, '42-slip')
  for (const wanted of ['医保结算凭条', '150.52', 'H33010200001', String(order?.payOrdId), '应收现金', '已结算'])
    assert.ok(text.includes(wanted), `${wanted}: ${text}`)
  assert.doesNotMatch(text, /9999991990/, 'no whole identity number')
  await page.context().close()
})

it('an unknown outcome prints that nothing is to be paid again', async () => {
  await using desk = await serveDesk({ askByItself: false })
  const watched = await openPage(browser)
  const { page } = watched
  await page.goto(desk.consoleUrl)
  desk.simulator.faults.next('line-cut', 'uploadFees')
  await uploadExample(page)
  await page.waitForSelector(part('unknown'))
  await page.click(button('print'))
  const text = await printed(watched, '43-slip-unknown')
  for (const wanted of ['结果核实凭条（非缴费凭证）', '结果未知，请勿重复付款', '¥150.52', '签字'])
    assert.ok(text.includes(wanted), `${wanted}: ${text}`)
  assert.doesNotMatch(text, /医保结算凭条/)
  await page.context().close()
})
