// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { createAgent } from '@nationec/agent'
import { plugSimulator } from '@nationec/demo-server'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import type { Browser } from 'playwright-core'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { openPage, picture, startChromium } from './chromium.ts'

const part = (name: string): string => `[data-test=${name}]`
const button = (name: string): string => `${part(name)}:not([disabled])`

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

it('the console of each till stands below its address, with a pairing and sales of its own', async () => {
  const simulators = [createSimulator({ seed: 7 }), createSimulator({ seed: 8 })] as const
  const till = (simulator: (typeof simulators)[number]) => ({
    transport: mockTransport(simulator.handle, { name: 'simulator' }),
    simulator: plugSimulator(simulator),
  })
  await using agent = await createAgent({
    orgId: 'H33010200001',
    tills: { T1: till(simulators[0]), T2: till(simulators[1]) },
    consoleFolder: join(buildFolder, 'apps/agent/dist/console'),
  })
  const { url, tills } = await agent.listen({ port: 0 })
  const watched = await openPage(browser)
  const { page, complaints } = watched
  await page.goto(tills['T1']?.startUrl ?? '')
  await page.click(part('example-small'))
  await page.click(button('scan'))
  await page.click(part('present'))
  await page.click(button('upload'))
  await page.waitForSelector(`${part('sale')}[data-stage=uploaded]`)
  await picture(watched, '40-till-1')
  assert.equal(simulators[0].orders().length, 1)
  await page.click(part('view-service'))
  assert.match(String(await page.getAttribute('a[href$="/docs/"]', 'href')), /\/tills\/T1\/docs\/$/)

  const second = await page.context().newPage()
  await second.goto(`${url}tills/T2`)
  await second.waitForSelector('text=配对')
  assert.match(second.url(), /\/tills\/T2\/$/)
  await second.goto(tills['T2']?.startUrl ?? '')
  await second.reload()
  await second.waitForSelector(part('example-small'))
  const uploaded = second.locator(`${part('sale')}[data-stage=uploaded]`)
  assert.equal(await uploaded.count(), 0, 'the sale of the other till is not here')
  await second.click(part('view-orders'))
  await second.waitForSelector(part('orders'))
  assert.equal(await second.locator(part('order')).count(), 0)
  await page.reload()
  await page.waitForSelector(`${part('sale')}[data-stage=uploaded]`)

  await second.goto(url)
  await second.click('text=T1')
  await second.waitForSelector(`${part('sale')}[data-stage=uploaded]`)
  assert.deepEqual(complaints, [])
  await page.context().close()
})
