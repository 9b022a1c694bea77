// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { openDesk, PAGE } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'

const page = { 'Content-Type': 'application/json', Origin: PAGE }

describe('pairing', () => {
  it('gives a token for the code that stands at the agent, once', async () => {
    await using desk = await openDesk()
    const begun = await ask(`${desk.base}/v1/pairings`, { method: 'POST', headers: page, body: { name: '门诊收费' } })
    assert.equal(begun.status, 201)
    assert.equal(begun.json.code, undefined)
    const [pending] = desk.pending()
    assert.match(pending?.code ?? '', /^\d{6}$/)
    assert.deepEqual([pending?.name, pending?.origin, pending?.role], ['门诊收费', PAGE, 'page'])
    const body = { pairingId: begun.json.pairingId, code: pending?.code }
    const done = await ask(`${desk.base}/v1/pairings/confirm`, { method: 'POST', headers: page, body })
    assert.equal(done.json.role, 'page')
    assert.equal((await ask(`${desk.base}/v1/pairings/confirm`, { method: 'POST', headers: page, body })).status, 404)
    const agent = await ask(`${desk.base}/v1/agent`, {
      headers: { Origin: PAGE, Authorization: `Bearer ${done.json.token}` },
    })
    assert.equal(agent.json.paired, true)
    assert.equal(agent.headers['access-control-allow-origin'], PAGE)
  })

  it('ends after five wrong codes, and is of no use to another origin', async () => {
    await using desk = await openDesk({ origins: [PAGE, 'https://other.example'] })
    const begun = await ask(`${desk.base}/v1/pairings`, { method: 'POST', headers: page, body: {} })
    const code = desk.pending()[0]?.code
    const other = { ...page, Origin: 'https://other.example' }
    const confirm = (headers: Record<string, string>, given: string | undefined) =>
      ask(`${desk.base}/v1/pairings/confirm`, {
        method: 'POST',
        headers,
        body: { pairingId: begun.json.pairingId, code: given },
      })
    assert.equal((await confirm(other, code)).status, 404)
    for (const left of [4, 3, 2, 1, 0]) {
      const wrong = await confirm(page, code === '000000' ? '000001' : '000000')
      assert.equal(wrong.json.code, 'PAIRING_CODE_WRONG')
      assert.equal(wrong.json.attemptsLeft, left)
    }
    assert.equal((await confirm(page, code)).status, 404)
  })

  it('is limited: three open at once, ten in ten minutes', async () => {
    let now = Date.UTC(2026, 10, 23)
    await using desk = await openDesk({ clock: () => now })
    const begin = () => ask(`${desk.base}/v1/pairings`, { method: 'POST', headers: page, body: {} })
    // The desk's own was the first of the ten.
    for (let round = 0; round < 3; round += 1) {
      for (let one = 0; one < 3; one += 1) assert.equal((await begin()).status, 201)
      assert.equal((await begin()).status, 429)
      now += 121_000
    }
    const refused = await begin()
    assert.equal(refused.status, 429)
    assert.equal(refused.headers['retry-after'], '120')
    now += 600_000
    assert.equal((await begin()).status, 201)
  })

  it('lets the console in by the printed address, once, and only its own pages', async () => {
    await using desk = await openDesk()
    const start = (Origin: string, code: string) =>
      ask(`${desk.base}/v1/pairings/start`, { method: 'POST', headers: { ...page, Origin }, body: { code } })
    assert.equal((await start(PAGE, desk.startCode)).json.code, 'ROLE_REFUSED')
    assert.equal((await start(desk.base, 'wrong')).status, 404)
    const first = await start(desk.base, desk.startCode)
    assert.equal(first.json.role, 'console')
    assert.equal((await start(desk.base, desk.startCode)).status, 404)
    // The same machine under its other name is the same console.
    const own = { Authorization: `Bearer ${first.json.token}`, 'Sec-Fetch-Site': 'same-origin' }
    const list = await ask(`${desk.base}/v1/pairings`, { headers: own })
    assert.equal(list.status, 200, list.text)
    assert.deepEqual(list.json.paired.map(({ role }: { role: string }) => role).sort(), ['console', 'program'])
    assert.ok(!list.text.includes(first.json.token))
  })

  it('shows codes to consoles and never to pages', async () => {
    await using desk = await openDesk()
    const token = await desk.pairPage(PAGE)
    const headers = { Origin: PAGE, Authorization: `Bearer ${token}` }
    assert.equal((await ask(`${desk.base}/v1/pairings`, { headers })).json.code, 'ROLE_REFUSED')
    assert.equal((await desk.call('GET', '/v1/pairings')).status, 200)
  })

  it('can be taken back by the page itself, and by the console', async () => {
    await using desk = await openDesk()
    const [first, second] = [await desk.pairPage(PAGE), await desk.pairPage(PAGE)]
    const as = (token: string) => ({
      Origin: PAGE,
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
    })
    const { paired } = (await desk.call('GET', '/v1/pairings')).json
    const pages = paired.filter(({ role }: { role: string }) => role === 'page')
    assert.equal(
      (await ask(`${desk.base}/v1/pairings/${pages[1].id}`, { method: 'DELETE', headers: as(first) })).status,
      403,
    )
    assert.equal((await ask(`${desk.base}/v1/pairings/current`, { method: 'DELETE', headers: as(first) })).status, 204)
    assert.equal((await ask(`${desk.base}/v1/orders`, { headers: as(first) })).status, 401)
    assert.equal((await desk.call('DELETE', `/v1/pairings/${pages[1].id}`)).status, 204)
    assert.equal((await ask(`${desk.base}/v1/orders`, { headers: as(second) })).status, 401)
  })

  it('survives a restart, as hashes only, and ends in its time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
    let now = Date.UTC(2026, 10, 23)
    try {
      let token = ''
      {
        await using desk = await openDesk({ dataFolder: folder, clock: () => now })
        token = await desk.pairPage(PAGE)
      }
      assert.ok(!(await readFile(join(folder, 'tokens.json'), 'utf8')).includes(token))
      await using desk = await openDesk({ dataFolder: folder, clock: () => now })
      const tried = () => ask(`${desk.base}/v1/orders`, { headers: { Origin: PAGE, Authorization: `Bearer ${token}` } })
      assert.equal((await tried()).status, 200)
      now += 31 * 24 * 60 * 60 * 1000
      assert.equal((await tried()).status, 401)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
