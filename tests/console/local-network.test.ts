// @runtimes node
// @needs chromium
// @everyday none
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { startChromium } from './chromium.ts'

/** Names that Chromium is told to find on this machine. */
const PORTAL = 'portal.example'
const HIS = 'his.example'

/** What becomes of the permission in a page. */
type Decision = 'granted' | 'denied' | 'asked'

interface Place {
  /** Where Chromium takes the pages to come from. */
  readonly space: 'public' | 'local'
  readonly isSecure: boolean
  readonly decision?: Decision
  /** The frame of the portal in which the page stands, by its `allow`; default: no frame. */
  readonly allow?: string
  /** Default: the portal's name. */
  readonly host?: string
}

let sdk = ''
before(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../packages/browser/src/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2017',
    write: false,
  })
  sdk = outputFiles[0]?.text ?? ''
})

interface Served extends AsyncDisposable {
  readonly port: number
}

async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const agentOf = (origins: 'every' | 'none'): Promise<Served> =>
  serve((_, response) => {
    const headers = origins === 'every' ? { 'Access-Control-Allow-Origin': '*' } : {}
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers })
    response.end(JSON.stringify({ name: 'nationec-agent', version: '0', api: '1', paired: false }))
  })

/** The pages of a hospital and, in frames, those of its portal. */
const pages: RequestListener = ({ url = '' }, response) => {
  if (url === '/sdk.js') return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(sdk)
  const { searchParams } = new URL(url, 'http://x')
  const [frame, allow] = [searchParams.get('frame'), searchParams.get('allow')]
  const inner =
    frame === null ? '' : `<iframe name="his" src="${frame}"${allow === '' ? '' : ` allow="${allow}"`}></iframe>`
  return response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>HIS</title>${inner}`)
}

/** Opens the page in a browser of its own and gives what `connectAgent` comes to: `found`, or the code of its error. */
async function connectIn(place: Place, agentPort: number): Promise<{ code: string; message: string }> {
  const { space, isSecure, decision = 'asked', allow, host = PORTAL } = place
  await using served = await serve(pages)
  const { port } = served
  const origins = [PORTAL, HIS].map((name) => `http://${name}:${port}`)
  const browser: Browser = await startChromium([
    `--host-resolver-rules=MAP ${PORTAL} 127.0.0.1, MAP ${HIS} 127.0.0.1, MAP 192.168.7.8 127.0.0.1`,
    `--ip-address-space-overrides=127.0.0.1:${port}=${space}`,
    ...(isSecure ? [`--unsafely-treat-insecure-origin-as-secure=${origins.join()}`] : []),
  ])
  try {
    // With a list of permissions, those that are not in it are refused.
    const permissions = decision === 'granted' ? ['local-network-access'] : []
    const context = await browser.newContext(decision === 'asked' ? {} : { permissions })
    const page = await context.newPage()
    const framed = `?frame=${encodeURIComponent(`http://${HIS}:${port}/`)}&allow=${encodeURIComponent(allow ?? '')}`
    await page.goto(`http://${host}:${port}/${allow === undefined ? '' : framed}`)
    const target = allow === undefined ? page.mainFrame() : page.frames().find((frame) => frame.name() === 'his')
    assert.ok(target)
    await target.waitForLoadState()
    return (await target.evaluate(`(async () => {
      const { connectAgent } = await import('/sdk.js')
      return connectAgent({ name: 'page', addresses: ['http://127.0.0.1:${agentPort}'] }).then(
        () => ({ code: 'found', message: '' }), ({ code, message }) => ({ code, message }))
    })()`)) as { code: string; message: string }
  } finally {
    await browser.close()
  }
}

const NOBODY = 9

describe('what the SDK says of a page from outside the local network', () => {
  let agent: Served
  before(async () => {
    agent = await agentOf('every')
  })
  after(() => agent[Symbol.asyncDispose]())
  const at = (more: Partial<Place>): Place => ({ space: 'public', isSecure: true, ...more })

  it('without HTTPS: that the browser blocks it, not that somebody refused', async () => {
    const { code, message } = await connectIn(at({ isSecure: false }), agent.port)
    assert.equal(code, 'INSECURE_PAGE')
    assert.match(message, /HTTPS/)
    assert.doesNotMatch(message, /地址栏/)
  })

  it('in a frame without allow: that, and what to write', async () => {
    const { code, message } = await connectIn(at({ allow: '' }), agent.port)
    assert.equal(code, 'FRAME_NOT_ALLOWED')
    assert.ok(message.includes('allow="loopback-network; local-network-access"'), message)
  })

  it('in a frame with what it told to write: that the person is asked', async () => {
    const allow = 'loopback-network; local-network-access'
    assert.equal((await connectIn(at({ allow, decision: 'granted' }), agent.port)).code, 'found')
    assert.equal((await connectIn(at({ allow, decision: 'denied' }), agent.port)).code, 'PERMISSION_REFUSED')
  })

  it('in a page of its own: found where allowed, refused where refused', async () => {
    assert.equal((await connectIn(at({ decision: 'granted' }), agent.port)).code, 'found')
    assert.equal((await connectIn(at({ decision: 'denied' }), agent.port)).code, 'PERMISSION_REFUSED')
    assert.equal((await connectIn(at({ decision: 'granted' }), NOBODY)).code, 'AGENT_NOT_RUNNING')
  })
})

describe('what the SDK says of a page of the local network', () => {
  const at = (more: Partial<Place>): Place => ({ space: 'local', isSecure: false, ...more })

  it('without HTTPS: found, although the permission says denied', async () => {
    await using agent = await agentOf('every')
    assert.equal((await connectIn(at({}), agent.port)).code, 'found')
    assert.equal((await connectIn(at({ allow: '' }), agent.port)).code, 'found')
  })

  it('without HTTPS: that the agent does not serve its origin', async () => {
    await using agent = await agentOf('none')
    assert.equal((await connectIn(at({}), agent.port)).code, 'ORIGIN_NOT_ALLOWED')
    assert.equal((await connectIn(at({ isSecure: true, allow: '' }), agent.port)).code, 'ORIGIN_NOT_ALLOWED')
  })

  it('without HTTPS: that no agent runs, where the address of the page tells that nothing is blocked', async () => {
    assert.equal((await connectIn(at({ host: '192.168.7.8' }), NOBODY)).code, 'AGENT_NOT_RUNNING')
    const { code, message } = await connectIn(at({}), NOBODY)
    assert.equal(code, 'INSECURE_PAGE')
    assert.match(message, /请先确认代理程序已启动/)
  })
})
