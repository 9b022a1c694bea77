// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { openPage, startChromium } from './chromium.ts'
import { type ServedDesk, serveDesk } from './desk.ts'

const sdk = readFileSync(join(buildFolder, 'packages/browser/dist/index.js'), 'utf8')

/** A hospital's own page, from another origin than the agent's. */
async function servePage(agentBase: () => string) {
  const server = createServer(({ url }, response) => {
    if (url === '/sdk.js') return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(sdk)
    const old = url === '/old' ? `<script src="${agentBase()}/sdk/nation-ec-trans.js"></script>` : ''
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>HIS</title>${old}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

/** Runs code of the page with the SDK at hand; `address` is the agent's. */
const inPage = <Result>(page: Page, address: string, code: string): Promise<Result> =>
  page.evaluate(`(async () => {
    const { connectAgent } = await import('/sdk.js')
    const address = ${JSON.stringify(address)}
    ${code}
  })()`)

async function withPage(
  listed: boolean,
  path: string,
  work: (page: Page, desk: ServedDesk) => Promise<void>,
): Promise<void> {
  let base = ''
  await using hospital = await servePage(() => base)
  await using desk = await serveDesk({ origins: listed ? [hospital.origin] : [] })
  base = desk.base
  const { page } = await openPage(browser)
  try {
    await page.goto(hospital.origin + path)
    await work(page, desk)
  } finally {
    await page.close()
  }
}

describe('the SDK in a page of another origin', () => {
  it('finds, pairs, calls and follows', () =>
    withPage(true, '/', async (page, desk) => {
      await inPage(
        page,
        desk.base,
        `
        globalThis.agent = await connectAgent({ name: '门诊收费', addresses: [address] })
        globalThis.pairing = await agent.pair()
        globalThis.events = []`,
      )
      assert.match(desk.digits(), /^\d{6}$/)
      const seen = await inPage<{ paired: boolean; name: string; topics: string[] }>(
        page,
        desk.base,
        `
        await pairing.confirm('${desk.digits()}')
        const stop = agent.follow({ topics: ['terminal', 'trace'], onEvent: (event) => events.push(event.topic) })
        await new Promise((done) => setTimeout(done, 200))
        const request = { businessType: '01301', operatorId: '007', operatorName: '收费员', officeId: '03', officeName: '内科' }
        const person = await agent.queryCredential(request)
        await new Promise((done) => setTimeout(done, 200))
        stop()
        return { paired: agent.paired, name: person.userName, topics: events }`,
      )
      assert.equal(seen.paired, true)
      assert.match(seen.name, /^测试/)
      assert.ok(seen.topics.includes('trace'), String(seen.topics))
    }))

  it('learns that its origin is not allowed', () =>
    withPage(false, '/', async (page, desk) => {
      const code = await inPage<string>(
        page,
        desk.base,
        `
        return connectAgent({ name: 'page', addresses: [address] }).then(() => 'found', (error) => error.code)`,
      )
      assert.equal(code, 'ORIGIN_NOT_ALLOWED')
    }))

  it('learns that no agent runs', () =>
    withPage(true, '/', async (page) => {
      const code = await inPage<string>(
        page,
        'http://127.0.0.1:9',
        `
        return connectAgent({ name: 'page', addresses: [address] }).then(() => 'found', (error) => error.code)`,
      )
      assert.equal(code, 'AGENT_NOT_RUNNING')
    }))
})

describe('the function of the old pages', () => {
  it('waits for the answer and gives its text', () =>
    withPage(true, '/old', async (page, desk) => {
      await page.evaluate(`NationEcTrans.pair('旧页面').then((pairing) => { globalThis.pairing = pairing })`)
      const request = JSON.stringify({
        orgId: 'H33010200001',
        transType: 'ec.query',
        data: {
          orgId: 'H33010200001',
          businessType: '01301',
          operatorId: '007',
          operatorName: '收费员',
          officeId: '03',
          officeName: '内科',
        },
      })
      const answers = (await page.evaluate(`(async () => {
        await pairing.confirm('${desk.digits()}')
        const inData = ${JSON.stringify(request)}
        return [NationEcTrans('http://centre.example/api', inData), await NationEcTransAsync('http://centre.example/api', inData)]
      })()`)) as string[]
      for (const answer of answers) {
        const { code, data } = JSON.parse(answer)
        assert.equal(code, 0)
        assert.match(typeof data === 'string' ? data : JSON.stringify(data), /测试/)
      }
    }))

  it('throws an error that says what to do when the page is not paired', () =>
    withPage(true, '/old', async (page) => {
      const error = (await page.evaluate(`(() => {
        try { NationEcTrans('http://centre.example/api', '{}') } catch (error) { return { code: error.code, delivery: error.delivery } }
      })()`)) as { code: string; delivery: string }
      assert.equal(error.code, 'NOT_PAIRED')
      assert.equal(error.delivery, 'not-sent')
    }))
})
