// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createLogger } from '@nationec/agent'
import { messages } from '@nationec/protocol'
import { CASHIER, ORG_ID, openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import type { Answer } from './fixtures/http.ts'
import { holdsMark, MARK, marked, TOKEN } from './fixtures/marked.ts'

describe('what the agent tells of patients', () => {
  it('is nothing, in logs, metrics, traces, events, errors, lists and files, after success, refusal and failure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
    const lines: string[] = []
    const logger = createLogger('debug', { write: (line: string) => void lines.push(line) })
    const seen: string[] = []
    // An answer is the caller's own; everything else is not.
    const failures = ({ status, text }: Answer): void => void (status < 400 ? undefined : seen.push(text))
    try {
      await using desk = await openDesk({ logger, dataFolder: folder, deadline: 100 })
      const following = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
      const routes = [
        '/v1/credential/query',
        '/v1/credential/scan',
        '/v1/credential/face',
        '/v1/credential/face/check',
        '/v1/credential/id-card',
        '/v1/terminal/notify',
        '/v1/orders',
        '/v1/orders/query',
        '/v1/orders/place',
        '/v1/orders/revoke',
        '/v1/orders/refund',
      ]
      let key = 0
      for (const { request, name } of Object.values(messages)) {
        const body = marked(request)
        for (const path of routes) {
          key += 1
          failures(await desk.call('POST', path, body, { key: `k${key}` }))
        }
        // Raw: refused by the terminal, lost on the way, garbled on the way back.
        for (const fault of ['none', 'line-cut', 'garbled', 'library-return'] as const) {
          key += 1
          desk.simulator.faults.next(fault)
          const raw = { transType: name, data: body }
          const json = JSON.stringify({ orgId: ORG_ID, ...raw })
          failures(await desk.call('POST', '/v1/request', raw, { key: `k${key}` }))
          desk.simulator.faults.next(fault)
          failures(await desk.call('POST', '/v1/nation-ec-trans', { url: '', json }))
        }
      }
      desk.simulator.faults.clear()
      // A good upload whose person and token are then looked for as well.
      const bill = await desk.bill({ deptName: MARK })
      assert.equal((await desk.call('POST', '/v1/orders', bill, { key: 'good' })).status, 201)
      await desk.call('POST', '/v1/credential/query', { ...CASHIER, operatorName: MARK })
      for (const path of [
        '/v1/orders',
        '/v1/operations?limit=500',
        '/v1/trace?limit=500',
        '/v1/pushes',
        '/metrics',
        '/readyz',
        '/v1/pairings',
        '/v1/agent',
      ]) {
        seen.push((await desk.call('GET', path)).text)
      }
      following.close()
      seen.push(...following.events.map(({ data }) => data), ...lines)
      await desk.agent.stop({ within: 0 })
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) seen.push(await readFile(join(entry.parentPath, entry.name), 'utf8'))
      }
      const { idNo, ecToken, userName } = bill as Record<string, string>
      const personal = [idNo, ecToken, userName].filter((value) => value !== undefined)
      const hits = seen.filter((text) => holdsMark(text) || personal.some((value) => text.includes(value)))
      assert.deepEqual(
        hits.map((text) => text.slice(0, 300)),
        [],
      )
      assert.ok(lines.length > 200 && seen.length > 400)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('the log of the agent', () => {
  it('shows no value that a field does not allow, of no unknown field, in members, sentences and errors', () => {
    const lines: string[] = []
    const logger = createLogger('debug', { write: (line: string) => void lines.push(line) })
    const person = { idNo: MARK, userName: MARK, payToken: TOKEN, deptName: MARK, insutype: MARK, what: MARK }
    for (const members of [
      person,
      { a: [person] },
      { text: JSON.stringify(person) },
      { text: JSON.stringify({ data: JSON.stringify(person) }) },
      { error: new Error(`quoted ${MARK}`) },
      { headers: { authorization: `Bearer ${TOKEN}` } },
      { transType: '330102199001011234', what: MARK },
    ]) {
      logger.info(members, `sent ${JSON.stringify(person)} to the terminal, telephone 13812345678`)
      logger.error(members, `cut ${JSON.stringify(person).slice(0, -5)}`)
    }
    assert.equal(lines.length, 14)
    for (const line of lines) assert.ok(!holdsMark(line) && !/\d{11}/.test(line.replace(/"time":"[^"]*"/, '')), line)
    logger.info({ route: '/v1/orders', status: 200, kind: 'upload', transType: '6201' }, 'done')
    const { time: _, level, msg, ...rest } = JSON.parse(lines.at(-1) ?? '')
    assert.deepEqual(
      { level, msg, ...rest },
      { level: 'info', msg: 'done', route: '/v1/orders', status: 200, kind: 'upload', transType: '6201' },
    )
  })
})

describe('the trace of the agent', () => {
  it('hides an identity number in transType, a name in insutype, and every unknown field', async () => {
    await using desk = await openDesk()
    const data = { insutype: MARK, what: MARK, [MARK]: 1, medfeeSumamt: '1.00' }
    await desk.call('GET', '/v1/trace')
    await desk.call('POST', '/v1/request', { transType: '330102199001011234', data }, { key: 'raw' })
    const { text, json } = await desk.call('GET', '/v1/trace')
    assert.ok(!holdsMark(text) && !text.includes('330102199001011234'), text)
    const [{ request }] = json.entries
    assert.match(request, /"medfeeSumamt":"1\.00"/)
  })
})
