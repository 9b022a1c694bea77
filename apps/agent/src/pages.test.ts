// @everyday node
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'

describe('the pages', () => {
  it('of the console come from its folder, with a policy that runs nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nationec-console-'))
    try {
      await mkdir(join(folder, 'assets'))
      await writeFile(join(folder, 'index.html'), '<!doctype html><title>console</title>')
      await writeFile(join(folder, 'assets', 'index-Ab12Cd34.js'), 'export {}')
      await using desk = await openDesk({ consoleFolder: folder, sdkFolder: folder })
      const html = { Accept: 'text/html' }
      for (const path of ['/', '/index.html', '/orders/1']) {
        const { status, text, headers } = await ask(`${desk.base}${path}`, { headers: html })
        assert.equal(status, 200, path)
        assert.match(text, /console/)
        assert.match(String(headers['content-security-policy']), /script-src 'self'/)
        assert.doesNotMatch(String(headers['content-security-policy']), /unsafe-eval|script-src[^;]*unsafe-inline/)
      }
      const script = await ask(`${desk.base}/assets/index-Ab12Cd34.js`)
      assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8')
      assert.match(String(script.headers['cache-control']), /immutable/)
      assert.equal((await ask(`${desk.base}/assets/none.js`)).status, 404)
      assert.equal((await ask(`${desk.base}/v1/none`, { headers: html })).status, 404)
      const cross = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }
      const sdk = await ask(`${desk.base}/sdk/assets/index-Ab12Cd34.js`, { headers: cross })
      assert.equal(sdk.headers['cross-origin-resource-policy'], 'cross-origin')
      assert.equal((await ask(`${desk.base}/assets/index-Ab12Cd34.js`, { headers: cross })).status, 403)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('of the documentation need nothing from outside', async () => {
    await using desk = await openDesk()
    assert.equal((await ask(`${desk.base}/docs`)).headers.location, 'docs/')
    const page = await ask(`${desk.base}/docs/`)
    assert.doesNotMatch(page.text, /<script|https?:/)
    for (const [, source = ''] of page.text.matchAll(/(?:src|href)="(?!data:)([^#"][^"]*)"/g)) {
      assert.doesNotMatch(source, /^\//, 'the page of a till lies below its address')
      assert.equal((await ask(String(new URL(source, `${desk.base}/docs/`)))).status, 200, source)
    }
    assert.equal((await ask(`${desk.base}/`)).status, 200)
  })

  it('of the documentation show every endpoint with every field of what it takes, escaped', async () => {
    await using desk = await openDesk()
    const { text } = await ask(`${desk.base}/docs/`)
    const { paths } = (await ask(`${desk.base}/openapi.json`)).json as {
      paths: Record<string, Record<string, unknown>>
    }
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods))
        assert.ok(text.includes(`<h3><code>${method.toUpperCase()} ${path}</code>`), `${method} ${path}`)
    const anchors = [...text.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    assert.equal(new Set(anchors).size, anchors.length)
    for (const anchor of anchors) assert.ok(text.includes(`id="${anchor}"`), anchor)
    assert.match(text, /<code>feedetailList\[\]\.detItemFeeSumamt<\/code><\/td><td><code>string \| number<\/code>/)
    assert.match(text, /医疗费总额/)
    assert.match(text, /Bearer &lt;token>/)
  })

  it('name the policies for managed browsers, for the listed origins', async () => {
    await using desk = await openDesk({ origins: ['https://his.example', 'https://second.example'] })
    const page = await ask(`${desk.base}/docs/browser-policy`)
    assert.match(page.text, /LoopbackNetworkAllowedForUrls/)
    const file = await ask(`${desk.base}/docs/browser-policy.reg`)
    assert.match(file.text, /^Windows Registry Editor Version 5\.00\r\n/)
    assert.match(file.text, /"2"="https:\/\/second\.example"/)
    assert.match(file.text, /Policies\\Microsoft\\Edge\\LocalNetworkAccessAllowedForUrls/)
  })
})

describe('the push receiver', () => {
  const push = { payOrdId: 'ORD1', medOrgOrd: 'M1', paid: true, state: undefined, amounts: undefined }

  it('is mounted when there is one, for the centre and for no page', async () => {
    await using desk = await openDesk({
      async receivePush(request, accept) {
        const { token } = (await request.json()) as { token: string }
        if (token === 'good') accept({ ...push, body: { payOrdId: push.payOrdId } })
        return new Response('{"code":0}', { status: token === 'good' ? 200 : 401 })
      },
    })
    const send = (token: string, headers: Record<string, string> = {}) =>
      ask(`${desk.base}/push`, {
        method: 'POST',
        body: { token },
        headers: { 'Content-Type': 'application/json', ...headers },
      })
    assert.equal((await send('bad')).status, 401)
    assert.equal((await send('good')).text, '{"code":0}')
    assert.equal((await send('good', { Origin: 'https://his.example' })).status, 403)
    assert.equal((await send('x'.repeat(300_000))).status, 413)
    const { pushes } = (await desk.call('GET', '/v1/pushes')).json
    assert.equal(pushes.length, 1)
    assert.equal(pushes[0].source, 'payment-centre')
  })

  it('does not exist otherwise', async () => {
    await using desk = await openDesk()
    assert.equal((await desk.call('POST', '/push', {})).status, 404)
  })
})
