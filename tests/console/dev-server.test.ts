// @runtimes node
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createAgent } from '@nationec/agent'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { createServer, type ViteDevServer } from 'vite'
import { root } from '../../scripts/tools.mjs'

const simulator = createSimulator({ seed: 7 })
const agent = await createAgent({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })
let vite: ViteDevServer
let page = ''

before(async () => {
  const { url } = await agent.listen({ port: 0 })
  process.env['NATIONEC_AGENT'] = url
  vite = await createServer({
    configFile: join(root, 'apps/console/vite.config.ts'),
    configLoader: 'native',
    logLevel: 'error',
    server: { port: 0, hmr: false },
    // Nothing here opens the page: what it imports need not be bundled.
    optimizeDeps: { noDiscovery: true },
  })
  await vite.listen()
  page = vite.resolvedUrls?.local[0] ?? ''
})
after(async () => {
  await vite?.close()
  await agent.stop()
  delete process.env['NATIONEC_AGENT']
})

const pair = (origin: string): Promise<Response> =>
  fetch(`${page}v1/pairings`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'console' }),
  })

describe('the console from its sources', () => {
  it('is served by vite, and asks the agent behind it', async () => {
    assert.match(await (await fetch(page)).text(), /src\/main\.ts/)
    assert.deepEqual(await (await fetch(`${page}livez`)).json(), { status: 'ok' })
    assert.equal((await pair(new URL(page).origin)).status, 201)
  })

  it('lends its place to no other page', async () => {
    assert.equal((await pair('https://elsewhere.example')).status, 403)
  })
})
