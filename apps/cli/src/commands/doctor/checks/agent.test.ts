// @everyday node
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { checkAgent } from './agent.ts'
import type { Surroundings } from './check.ts'

const CHECKS = [
  { id: 'ledger', ok: true, en: 'the ledger took what it was given last', zh: '资金账本可写' },
  {
    id: 'device',
    ok: false,
    en: 'the library or the port of the terminal can be used',
    zh: '动态库或串口可用',
    code: 'PORT_MISSING',
    fix: { en: 'Plug it in.', zh: '请插入。' },
  },
  { id: 'terminal', ok: false, en: 'the last exchange went well', zh: '最近一次交互正常' },
]

it('the doctor names what an agent finds wrong with itself, with its code and what to do', async () => {
  const server = createServer((request, response) => {
    const ready = request.url === '/readyz'
    response.writeHead(ready ? 503 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(ready ? { status: 'unready', checks: CHECKS } : { version: '1.2.3' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const agent = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const checks = await checkAgent({ settings: { agent } } as unknown as Surroundings)
    assert.deepEqual(
      checks.map(({ id, result }) => `${id} ${result}`),
      ['agent.reachable ok', 'agent.ledger ok', 'agent.device problem', 'agent.terminal warning'],
    )
    const device = checks.find(({ id }) => id === 'agent.device')
    assert.match(device?.why.en ?? '', /PORT_MISSING/)
    assert.deepEqual(device?.fix, CHECKS[1]?.fix)
    assert.ok(checks.find(({ id }) => id === 'agent.terminal')?.fix)
  } finally {
    server.close()
  }
})
