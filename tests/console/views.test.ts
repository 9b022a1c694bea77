// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { openPage, picture, startChromium, type WatchedPage } from './chromium.ts'
import { type ServedDesk, serveDesk } from './desk.ts'
import { inEveryForm } from './every-form.ts'
import { firstBytes } from './first-load.ts'

const part = (name: string): string => `[data-test=${name}]`
const stage = (name: string): string => `${part('sale')}[data-stage=${name}]`
const button = (name: string): string => `${part(name)}:not([disabled])`

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

async function open(desk: ServedDesk): Promise<WatchedPage> {
  const watched = await openPage(browser)
  await watched.page.goto(desk.consoleUrl)
  return watched
}

async function settled(page: Page): Promise<void> {
  await page.click(part('example-small'))
  await page.click(button('scan'))
  await page.click(part('present'))
  await page.click(button('upload'))
  await page.waitForSelector(stage('uploaded'))
  await page.click(part('pay'))
  await page.waitForSelector(stage('settled'))
}

/** A bill was taken; what is wrong with it is told. */
async function taken(page: Page): Promise<void> {
  await page.waitForSelector(`${stage('draft')}, ${part('problem')}`)
  const problem = page.locator(part('problem'))
  if ((await problem.count()) > 0) assert.fail(String(await problem.textContent()))
}

describe('the views of the console', () => {
  it('have no fault that axe finds, light and dark, and fit from 390 to 1920 pixels', async () => {
    await using desk = await serveDesk({ askByItself: false })
    const watched = await open(desk)
    const { page } = watched
    await page.waitForSelector(part('entry'))
    await page.click(part('type'))
    await page.waitForSelector(part('typed'))
    await inEveryForm(watched, 'v1-entry')
    await settled(page)
    await page.click(button('refund'))
    await page.waitForSelector(part('refund-form'))
    await inEveryForm(watched, 'v2-settled')
    await page.click(part('view-orders'))
    await page.click(`${part('order')} button`)
    await inEveryForm(watched, 'v3-orders')
    await page.click(part('view-today'))
    await page.waitForSelector(`${part('today')} [data-bucket=cash]`)
    await inEveryForm(watched, 'v4-today')
    await page.click(part('view-service'))
    await page.click(`${part('trace')} summary`)
    await inEveryForm(watched, 'v5-service')
    await page.click(part('view-sale'))
    await page.keyboard.press('F8')
    desk.simulator.faults.next('lost-request', 'uploadFees')
    await page.click(part('example-large'))
    await page.click(button('scan'))
    await page.click(part('present'))
    await page.click(button('upload'))
    await page.waitForSelector(part('unknown'))
    await page.keyboard.press('F6')
    await page.click(`${part('decide')} summary`)
    await inEveryForm(watched, 'v6-unknown')
    await page.context().close()
  })

  it('pair by digits when the start code is used up', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.base)
    await page.click(part('pair'))
    await page.waitForSelector(part('pair-code'))
    await picture(watched, '20-pairing')
    await page.fill(part('pair-code'), desk.digits())
    await page.click(part('pair-confirm'))
    await page.waitForSelector(part('entry'))
    await page.context().close()
  })

  it('speak English after one press, complete, and remember it', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    await page.waitForSelector(part('entry'))
    await page.click(part('language'))
    await page.getByRole('heading', { name: 'Medical insurance checkout' }).waitFor()
    assert.equal(await page.title(), 'Medical insurance checkout')
    await settled(page)
    for (const view of ['sale', 'orders', 'today', 'service']) {
      await page.click(part(`view-${view}`))
      await page.waitForTimeout(200)
      await picture(watched, `21-english-${view}`)
      const text = await page.evaluate(
        `[...document.querySelectorAll('button, label, th, h2, h3, p')].map((one) => one.textContent).join(' ')`,
      )
      const chinese = String(text).match(/[\u4e00-\u9fff]{2,}/g) ?? []
      assert.deepEqual(
        chinese.filter((word) => !['中文', '测试甲'].includes(word)),
        [],
        view,
      )
    }
    await page.reload()
    await page.getByRole('heading', { name: 'Medical insurance checkout' }).waitFor()
    await page.context().close()
  })

  it('find orders by number, amount, state and day, and sum them', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    await page.waitForSelector(part('entry'))
    await settled(page)
    await page.keyboard.press('F8')
    await page.waitForSelector(part('entry'))
    await page.click(part('example-large'))
    await page.click(button('scan'))
    await page.click(part('present'))
    await page.click(button('upload'))
    await page.waitForSelector(stage('uploaded'))
    await page.click(part('view-orders'))
    await page.locator(part('order')).nth(1).waitFor()
    await page.fill(part('search'), '150.52')
    await page.locator(part('order')).nth(1).waitFor({ state: 'detached' })
    assert.match((await page.textContent(part('totals'))) ?? '', /150\.52/)
    await page.fill(part('search'), '')
    await page.selectOption(part('filter-status'), 'pending')
    await page.locator(part('order'), { hasText: '待支付' }).waitFor()
    assert.equal(await page.locator(part('order')).count(), 1)
    await page.selectOption(part('filter-status'), '')
    await page.fill(part('filter-day'), '2020-01-01')
    await page.waitForSelector('text=没有符合条件的订单')
    await page.context().close()
  })

  it('open a bill by a scanner gun, and say when there is none', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    await page.waitForSelector(part('entry'))
    await settled(page)
    await page.keyboard.press('F8')
    await page.waitForSelector(part('entry'))
    const [order] = desk.simulator.orders()
    await page.keyboard.type(`${order?.medOrgOrd}\n`)
    await page.waitForSelector(stage('settled'))
    await page.keyboard.type('NO-SUCH-BILL\n')
    await page.waitForSelector(part('not-found'))
    await page.context().close()
  })

  it('take bills by file, by paste and by typing', async () => {
    await using desk = await serveDesk()
    const watched = await openPage(browser)
    const { page } = watched
    await page.goto(desk.consoleUrl)
    const bill = new URL('../../examples/outpatient-5-lines.json', import.meta.url)
    await page.setInputFiles(part('file'), bill.pathname)
    await taken(page)
    await page.click(button('drop'))
    await page.click(button('sure'))
    await page.click(part('paste'))
    await page.fill(part('paste-text'), 'no bill')
    await page.click(part('paste-take'))
    await page.waitForSelector('[role=alert]')
    await page.click(part('type'))
    for (const [name, value] of Object.entries({
      ...{ psnNo: '99999900000000000001', insuCode: '330100', iptOtpNo: 'MZ1', chrgBchno: '20250310', deptCode: 'A03' },
      ...{ deptName: '内科', caty: 'A03', bilgDrCodg: 'D1', bilgDrName: '测试医生' },
    }))
      await page.fill(part(`typed-${name}`), value)
    await page.fill(part('line-medListCodg'), '001102000010000-110200001')
    await page.fill(part('line-medListName'), '普通门诊诊察费')
    await page.fill(part('line-pric'), '10')
    await page.fill(part('line-cnt'), '3')
    await page.click(button('typed-take'))
    await taken(page)
    assert.equal(await page.textContent(part('total')), '¥30.00')
    await page.context().close()
  })

  it('load at most 120 KB before the cashier can work, compressed', async () => {
    const folder = join(buildFolder, 'apps/agent/dist/console')
    assert.ok(firstBytes(folder) <= 120 * 1024, `${firstBytes(folder)}`)
    await using desk = await serveDesk()
    const page = await (await fetch(desk.base)).text()
    const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? []
    const given = await fetch(new URL(script, `${desk.base}/`), { headers: { 'Accept-Encoding': 'gzip' } })
    assert.equal(given.headers.get('content-encoding'), 'gzip')
    assert.match(await given.text(), /^import|^const|^var|^\(/)
  })
})
