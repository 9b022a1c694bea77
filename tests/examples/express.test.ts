// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { CASHIER, ORG_ID } from '../../apps/agent/src/fixtures/desk.ts'
import { ask } from '../../apps/agent/src/fixtures/http.ts'
import { createServer } from '../../examples/express/server.mjs'

it('the example in Express uploads a bill once for each key, and tells delivery', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-express-'))
  const simulator = createSimulator({ seed: 7 })
  const { app, close } = await createServer({ transport: mockTransport(simulator.handle), folder, orgId: ORG_ID })
  const server = app.listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const send = (method: string, path: string, body?: object) =>
      ask(`${base}${path}`, { method, headers: { 'Content-Type': 'application/json' }, body })
    const { ecToken, idNo, idType, userName } = (await send('POST', '/credential', CASHIER)).json
    const example = JSON.parse(
      await readFile(new URL('../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'),
    )
    const bill = { ...example, ecToken, idNo, idType, userName, orgCodg: ORG_ID }
    const first = await send('PUT', '/bills/k1', bill)
    assert.deepEqual([first.status, first.json.state, first.json.repeated], [200, 'done', false], JSON.stringify(first))
    const again = await send('PUT', '/bills/k1', bill)
    assert.deepEqual([again.json.repeated, again.json.order], [true, first.json.order])
    assert.equal((await send('GET', `/orders/${first.json.order}`)).json.status, 'pending')
    assert.equal(simulator.counts.effects.uploads, 1)
    const wrong = await send('PUT', '/bills/k2', {})
    assert.deepEqual([wrong.status, wrong.json.delivery], [422, 'not-sent'])
  } finally {
    server.close()
    await close()
    await rm(folder, { recursive: true, force: true })
  }
})
