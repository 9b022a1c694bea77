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
import { createServer } from '../../examples/express/server.mjs'

const ORG_ID = 'H33010200001'
const CASHIER = {
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: 'A03',
  officeName: '内科',
}

it('the example in Express uploads a bill once for each key, and tells delivery', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-express-'))
  const simulator = createSimulator({ seed: 7 })
  const { app, close } = await createServer({ transport: mockTransport(simulator.handle), folder, orgId: ORG_ID })
  const server = app.listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const send = async (method: string, path: string, body?: object) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch(`${base}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever comes
      return { status: answer.status, json: (await answer.json()) as any }
    }
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
