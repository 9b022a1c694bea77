import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createLogger } from '@nationec/demo-server'
import { type Field, messages, type Shape } from '@nationec/protocol'
import fc from 'fast-check'
import { CASHIER, ORG_ID, openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import type { Answer } from './fixtures/http.ts'
import { maskForLog } from './masks/log-mask.ts'
import { maskWireText } from './masks/wire-mask.ts'

/** Stands in every field; whoever prints a field prints it. */
const MARK = '标记王小明'
/** Where only letters and digits fit. */
const TOKEN = 'MARKED7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c'

/** A body with the mark in every field that may hold something of a person. */
function marked(shape: Shape): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, markedValue(field)]))
}

function markedValue({ kind, shape, sensitive }: Field): unknown {
  if (kind === 'object') return marked(shape ?? {})
  if (kind === 'list') return [marked(shape ?? {}), marked(shape ?? {})]
  if (kind === 'json') return JSON.stringify({ idNo: MARK, inner: JSON.stringify({ userName: MARK }) })
  return sensitive === 'token' ? TOKEN : MARK
}

const holdsMark = (text: string): boolean => text.includes(MARK) || text.includes('王小明') || text.includes(TOKEN)

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
        '/v1/simulator',
        '/v1/simulator/orders',
        '/v1/pairings',
        '/v1/agent',
      ]) {
        seen.push((await desk.call('GET', path)).text)
      }
      following.close()
      seen.push(...following.events.map(({ data }) => data), ...lines)
      await desk.agent.stop({ within: 0 })
      for (const name of await readdir(folder)) seen.push(await readFile(join(folder, name), 'utf8'))
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

describe('the mask of the wire', () => {
  it('shows codes, amounts and order numbers, and nothing else, however a body is wrapped', () => {
    const text = JSON.stringify({
      orgId: ORG_ID,
      transType: '6201',
      data: JSON.stringify({ payOrdId: 'ORD1', medfeeSumamt: '1.00', userName: MARK, other: 'x' }),
    })
    const shown = maskWireText(text)
    assert.ok(!holdsMark(shown))
    assert.deepEqual(JSON.parse(JSON.parse(shown).data), {
      payOrdId: 'ORD1',
      medfeeSumamt: '1.00',
      userName: '***',
      other: '***',
    })
    assert.equal(maskWireText(MARK), '***')
    assert.equal(maskWireText(`{"${MARK}":1}`), '{"***":"***"}')
  })

  it('never shows a value under a name that it does not know, and never fails', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify({ unknown: value, deep: { list: [value, JSON.stringify(value)] } })
        const shown = maskWireText(text)
        for (const string of stringsOf(value))
          if (string.length > 3 && !'***'.includes(string)) assert.ok(!shown.includes(JSON.stringify(string)))
      }),
      { numRuns: 300, seed: 20261126 },
    )
  })
})

describe('the mask of the log', () => {
  it('finds personal members inside objects, lists, JSON texts and sentences', () => {
    const person = { idNo: MARK, userName: MARK, psnNo: MARK, payToken: TOKEN, deptName: MARK }
    for (const value of [
      person,
      { a: [person] },
      { text: JSON.stringify(person) },
      { text: JSON.stringify({ data: JSON.stringify(person) }) },
      `sent ${JSON.stringify(person)} to the terminal`,
      `cut ${JSON.stringify(person).slice(0, -5)}`,
      { error: new Error(`quoted ${MARK}`) },
      { headers: { authorization: `Bearer ${TOKEN}` } },
      'identity 110101199003070011, telephone 13812345678',
    ]) {
      const text = JSON.stringify(maskForLog(value))
      assert.ok(!holdsMark(text) && !/\d{11}/.test(text), text)
    }
    assert.deepEqual(maskForLog({ route: '/v1/orders', status: 200, payOrdId: 'ORD1' }), {
      route: '/v1/orders',
      status: 200,
      payOrdId: 'ORD1',
    })
  })
})

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}
