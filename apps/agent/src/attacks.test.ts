// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CASHIER, openDesk, PAGE } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' }

describe('a request of somebody else', () => {
  it('under another name is refused: DNS rebinding', async () => {
    await using desk = await openDesk()
    const port = new URL(desk.base).port
    const names = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `127.0.0.1.nip.example:${port}`,
      `0.0.0.0:${port}`,
    ]
    for (const Host of names) {
      for (const path of ['/', '/livez', '/v1/orders', '/docs/', '/metrics']) {
        const { status, json } = await desk.call('GET', path, undefined, { headers: { Host } })
        assert.equal(status, 403, `${Host} ${path}`)
        assert.equal(json.code, 'HOST_REFUSED')
      }
    }
    assert.equal((await desk.call('GET', '/livez', undefined, { headers: { Host: `localhost:${port}` } })).status, 200)
  })

  it('of a page that is not listed is refused without CORS headers, preflight and all', async () => {
    await using desk = await openDesk()
    const port = new URL(desk.base).port
    const origins = [
      'https://evil.example',
      'null',
      'https://his.example.evil.example',
      'http://his.example',
      'https://his.example:444',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${Number(port) + 1}`,
      'file://',
    ]
    for (const Origin of origins) {
      for (const method of ['GET', 'POST', 'OPTIONS', 'PUT', 'DELETE']) {
        const headers = {
          Origin,
          'Access-Control-Request-Private-Network': 'true',
          'Access-Control-Request-Method': 'POST',
        }
        const answer = await desk.call(method, '/v1/orders', method === 'GET' ? undefined : {}, { headers })
        assert.equal(answer.status, 403, `${method} ${Origin}`)
        assert.equal(answer.json.code, 'ORIGIN_REFUSED')
        const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))
        assert.deepEqual(allowed, [])
      }
    }
  })

  it('of another site that does not name itself is refused', async () => {
    await using desk = await openDesk()
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors' }
      for (const path of ['/v1/orders', '/v1/agent', '/openapi.json', '/metrics', '/']) {
        const { status, json } = await desk.call('GET', path, undefined, { headers })
        assert.equal(status, 403, `${site} ${path}`)
        assert.equal(json.code, 'CROSS_SITE_REFUSED')
      }
      assert.equal((await desk.call('POST', '/v1/credential/query', CASHIER, { headers })).status, 403)
      assert.equal((await desk.call('GET', '/livez', undefined, { headers })).status, 200)
    }
    // A link may lead here, to the pages; not into the interface.
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
    assert.equal((await desk.call('GET', '/', undefined, { headers: link })).status, 200)
    assert.equal((await desk.call('GET', '/v1/orders', undefined, { headers: link })).status, 403)
    assert.equal((await desk.call('POST', '/', undefined, { headers: link })).status, 403)
  })

  it('as a form or plain text is refused: what a page may send without asking', async () => {
    await using desk = await openDesk()
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      '',
      'application/json; charset=gbk',
    ]
    for (const type of types) {
      const headers = { 'Content-Type': type }
      const { status, json } = await desk.call('POST', '/v1/credential/query', CASHIER, { headers })
      assert.equal(status, 415, type)
      assert.equal(json.code, 'CONTENT_TYPE_REFUSED')
    }
    assert.deepEqual(desk.simulator.counts.requests['ec.query'], 0)
  })

  it('without a token, or with a wrong one, is refused on every path of the interface', async () => {
    await using desk = await openDesk()
    const { paths } = (await ask(`${desk.base}/openapi.json`)).json
    const open = new Set([
      '/v1/agent',
      '/v1/pairings',
      '/v1/pairings/confirm',
      '/v1/pairings/start',
      '/livez',
      '/readyz',
      '/metrics',
    ])
    let tried = 0
    for (const [path, methods] of Object.entries<Record<string, unknown>>(paths)) {
      for (const method of Object.keys(methods)) {
        if (open.has(path) && !(path === '/v1/pairings' && method === 'get')) continue
        const url = `${desk.base}${path.replace('{id}', 'x')}`
        for (const given of [
          {},
          { Authorization: 'Bearer' },
          { Authorization: `Bearer ${'A'.repeat(43)}` },
          { Authorization: `Basic ${desk.token}` },
        ]) {
          const answer = await ask(url, {
            method: method.toUpperCase(),
            headers: { ...JSON_TYPE, ...(given as Record<string, string>) },
          })
          assert.equal(answer.status, 401, `${method} ${path}`)
          tried += 1
        }
      }
    }
    assert.ok(tried > 100)
  })

  it('with the token of another origin is refused', async () => {
    await using desk = await openDesk({ origins: [PAGE, 'https://other.example'] })
    const token = await desk.pairPage(PAGE)
    const tried = async (headers: Record<string, string>): Promise<number> =>
      (await ask(`${desk.base}/v1/orders`, { headers: { Authorization: `Bearer ${token}`, ...headers } })).status
    assert.equal(await tried({ Origin: PAGE }), 200)
    assert.equal(await tried({ Origin: 'https://other.example' }), 401)
    assert.equal(await tried({ Origin: desk.base }), 401)
    assert.equal(await tried({}), 401)
    // And the program's own token is of no use to a page that has stolen it.
    const stolen = { Authorization: `Bearer ${desk.token}`, Origin: PAGE }
    assert.equal((await ask(`${desk.base}/v1/orders`, { headers: stolen })).status, 401)
  })

  it('that is too large is refused, declared or not', async () => {
    await using desk = await openDesk()
    const large = `{"a":"${'x'.repeat(1024 * 1024)}"}`
    const answer = await desk.call('POST', '/v1/orders', large, { key: 'k' })
    assert.equal(answer.status, 413)
    assert.equal(answer.json.code, 'BODY_TOO_LARGE')
    const chunked = await fetchChunked(`${desk.base}/v1/orders`, large, desk.token)
    assert.equal(chunked, 413)
  })

  it('that is no JSON object, too deep, or in another character set is refused', async () => {
    await using desk = await openDesk()
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
    for (const body of ['[]', '1', 'null', '"x"', '{', '{"a":1}x', deep, '{"a":"\uFFFD"}']) {
      const { status, json } = await desk.call('POST', '/v1/orders', body, { key: 'k' })
      assert.equal(status, 400, body.slice(0, 20))
      assert.equal(json.code, 'BODY_UNREADABLE')
    }
  })

  it('does not leave the folders of the pages', async () => {
    const consoleFolder = new URL('./fixtures', import.meta.url).pathname
    await using desk = await openDesk({ consoleFolder, sdkFolder: consoleFolder })
    const paths = [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/sdk/..%2f..%2fpackage.json',
      '/docs/..%2fpackage.json',
      '/sdk/%00',
      '/.env',
      '/docs/package.json',
      '/docs/index.js',
    ]
    for (const path of paths) {
      const { status, text } = await desk.call('GET', path)
      assert.ok(status === 404 || status === 400, `${path} ${status}`)
      assert.ok(!text.includes('@nationec/agent'))
    }
  })
})

describe('an answer', () => {
  it('lets a listed page in by its exact name, and to this machine', async () => {
    await using desk = await openDesk()
    const preflight = await ask(`${desk.base}/v1/orders`, {
      method: 'OPTIONS',
      headers: {
        Origin: PAGE,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
        'Access-Control-Request-Private-Network': 'true',
        'Access-Control-Request-Local-Network': 'true',
      },
    })
    assert.equal(preflight.status, 204)
    assert.equal(preflight.headers['access-control-allow-origin'], PAGE)
    assert.equal(preflight.headers['access-control-allow-private-network'], 'true')
    assert.equal(preflight.headers['access-control-allow-local-network'], 'true')
    assert.equal(preflight.headers['access-control-allow-credentials'], undefined)
    assert.match(String(preflight.headers['access-control-allow-headers']), /Idempotency-Key/)
    assert.match(String(preflight.headers.vary), /Origin/)
    const plain = await ask(`${desk.base}/v1/orders`, { method: 'OPTIONS', headers: { Origin: PAGE } })
    assert.equal(plain.headers['access-control-allow-private-network'], undefined)
  })

  it('is never guessed at, framed or cached', async () => {
    await using desk = await openDesk()
    for (const path of ['/', '/livez', '/v1/orders', '/v1/none', '/docs/']) {
      const { headers } = await desk.call('GET', path)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/)
      assert.ok(headers['x-request-id'])
    }
    const page = (await desk.call('GET', '/')).headers
    assert.equal(page['x-frame-options'], 'DENY')
    assert.equal(page['referrer-policy'], 'no-referrer')
    assert.equal((await desk.call('GET', '/v1/orders')).headers['cache-control'], 'no-store')
  })

  it('changes nothing by GET, whatever the path', async () => {
    await using desk = await openDesk()
    await desk.upload('k')
    const before = JSON.stringify([desk.simulator.counts, desk.simulator.orders(), { ...desk.simulator.settings }])
    const { paths } = (await ask(`${desk.base}/openapi.json`)).json
    for (const path of Object.keys(paths).filter((one) => one !== '/v1/events')) {
      const { status } = await desk.call('GET', path.replace('{id}', 'x'), undefined, { key: 'other' })
      assert.ok(status === 200 || status === 404 || status === 405, `${path} ${status}`)
    }
    assert.equal(
      JSON.stringify([desk.simulator.counts, desk.simulator.orders(), { ...desk.simulator.settings }]),
      before,
    )
  })

  it('names the methods of a path', async () => {
    await using desk = await openDesk()
    const answer = await desk.call('DELETE', '/v1/orders')
    assert.equal(answer.status, 405)
    assert.equal(answer.headers.allow, 'POST, GET')
    assert.equal((await desk.call('POST', '/v1/none', {})).status, 404)
  })
})

/** A body whose length is not declared. */
async function fetchChunked(url: string, text: string, token: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const headers = {
      ...JSON_TYPE,
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': 'k',
      'Transfer-Encoding': 'chunked',
    }
    const sent = request(url, { method: 'POST', agent: false, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    // The agent may hang up before all is sent.
    sent.on('error', reject)
    sent.write(text.slice(0, 500_000))
    sent.end(text.slice(500_000))
  })
}
