import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { OrderStatus } from '../model/order.ts'
import type { JournalRecord } from './journal-record.ts'
import { createRetention } from './retention.ts'

const begin = (id: string, at: number, numbers = {}): JournalRecord => ({
  type: 'begin',
  id,
  scope: 'self',
  key: `key ${id}`,
  kind: 'upload',
  digest: '',
  references: numbers,
  at,
})
const end = (id: string, at: number, state: 'done' | 'refused' | 'unknown', numbers = {}): JournalRecord => ({
  type: 'end',
  id,
  state,
  status: 200,
  references: numbers,
  answer: '',
  at,
})
const order = (payOrdId: string | undefined, medOrgOrd: string, status: OrderStatus, at: number): JournalRecord => ({
  type: 'order',
  order: { payOrdId, medOrgOrd, status, createdAt: at, updatedAt: at },
  at,
})

function left(records: readonly JournalRecord[], before: number, least = 0): JournalRecord[] {
  const retention = createRetention()
  for (const record of records) retention.see(record)
  const { mayForget, any } = retention.decide({ before, least })
  const kept = records.filter((record) => !mayForget(record))
  assert.equal(any, kept.length < records.length)
  return kept
}

const settled = [
  begin('1', 10, { medOrgOrd: 'B' }),
  order('P', 'B', 'pending', 11),
  end('1', 12, 'done', { medOrgOrd: 'B', payOrdId: 'P' }),
  order('P', 'B', 'settled', 13),
]

describe('what a journal may forget', () => {
  it('is what was settled and not touched since', () => {
    assert.deepEqual(left(settled, 14), [])
    assert.deepEqual(left(settled, 13), settled)
    const refund = [begin('2', 20, { payOrdId: 'P' }), end('2', 21, 'done', { payOrdId: 'P' })]
    assert.deepEqual(left([...settled, ...refund], 20), [...settled, ...refund])
    assert.deepEqual(left([...settled, ...refund], 22), [])
  })

  it('is never an operation under way or unknown, nor anything that shares a number with it', () => {
    for (const open of [
      [begin('2', 14, { payOrdId: 'P' })],
      [begin('2', 14, { payOrdId: 'P' }), end('2', 15, 'unknown', { payOrdId: 'P' })],
      [begin('2', 14), end('2', 15, 'unknown', { medOrgOrd: 'B' })],
    ]) {
      assert.deepEqual(left([...settled, ...open], 1_000), [...settled, ...open])
    }
    const resolved: JournalRecord = { type: 'resolve', id: '2', outcome: 'done', by: 'person', references: {}, at: 16 }
    assert.deepEqual(left([begin('2', 14), end('2', 15, 'unknown'), resolved], 1_000), [])
    assert.deepEqual(left([begin('2', 14), { type: 'free', id: '2', at: 15 }], 1_000), [])
  })

  it('is never an order that is not at its end', () => {
    for (const status of ['unknown', 'pending', 'completing', 'failed', 'unrecognised'] as const) {
      const records = [...settled, order('P', 'B', status, 14)]
      assert.deepEqual(left(records, 1_000), records, status)
    }
    for (const status of ['settled', 'partly-refunded', 'refunded', 'revoked', 'not-uploaded'] as const) {
      assert.deepEqual(left([...settled, order('P', 'B', status, 14)], 1_000), [], status)
    }
  })

  it('holds an order by its bill until it has a number, and a second one of the same bill', () => {
    assert.deepEqual(left([order(undefined, 'B', 'unknown', 1), order('P', 'B', 'settled', 2)], 9), [])
    const again = [order('P', 'B', 'revoked', 1), order(undefined, 'B', 'unknown', 2), order('P', 'B', 'revoked', 3)]
    assert.deepEqual(left(again, 9), again)
  })

  it('leaves so many operations, the newest by their place, whatever a clock says', () => {
    const many = Array.from({ length: 10 }, (_, index) => [
      begin(`${index}`, index),
      end(`${index}`, index, 'done'),
    ]).flat()
    assert.deepEqual(left(many, Number.MAX_SAFE_INTEGER, 3), many.slice(-6))
    assert.deepEqual(left(many, Number.NaN), many, 'a clock that tells nothing forgets nothing')
  })

  it('is decided the same by a plain search through everything that hangs together', () => {
    const number = fc.constantFrom('1', '2', '3', '4', '5')
    const numbers = fc.record({ medOrgOrd: number, payOrdId: number }, { requiredKeys: [] })
    const statuses = fc.constantFrom<OrderStatus>('unknown', 'pending', 'settled', 'revoked', 'not-uploaded')
    const at = fc.integer({ min: 0, max: 20 })
    const one = fc.oneof(
      fc.tuple(number, at, numbers).map(([id, time, given]) => begin(id, time, given)),
      fc
        .tuple(number, at, fc.constantFrom('done' as const, 'unknown' as const), numbers)
        .map(([id, time, state, given]) => end(id, time, state, given)),
      fc.tuple(number, number, statuses, at).map(([id, bill, status, time]) => order(id, bill, status, time)),
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), at, (records, before) => {
        assert.deepEqual(left(records, before), searched(records, before))
      }),
      { numRuns: 500, seed: 20261126 },
    )
  })
})

/** The same said in another way: what is kept drags along whatever shares a name with it. */
function searched(records: readonly JournalRecord[], before: number): JournalRecord[] {
  const names = (record: JournalRecord): string[] => {
    const { medOrgOrd, payOrdId } =
      record.type === 'order' ? record.order : 'references' in record ? record.references : {}
    return [
      ...(record.type === 'order' ? [] : [`operation ${record.id}`]),
      ...(medOrgOrd === undefined ? [] : [`bill ${medOrgOrd}`]),
      ...(payOrdId === undefined ? [] : [`order ${payOrdId}`]),
    ]
  }
  const last = <Type extends JournalRecord['type']>(fits: (record: JournalRecord) => boolean, _?: Type) =>
    records.findLast(fits)
  const kept = new Set(
    records.filter((record) => {
      if (record.at >= before) return true
      if (record.type === 'order') {
        const { payOrdId } = record.order
        const newest = last((other) => other.type === 'order' && other.order.payOrdId === payOrdId)
        return newest?.type === 'order' && ['unknown', 'pending'].includes(newest.order.status)
      }
      const newest = last((other) => other.type !== 'order' && other.id === record.id)
      return newest?.type === 'begin' || (newest?.type === 'end' && newest.state === 'unknown')
    }),
  )
  for (let grown = -1; grown !== kept.size; ) {
    grown = kept.size
    const held = new Set([...kept].flatMap(names))
    for (const record of records) if (names(record).some((name) => held.has(name))) kept.add(record)
  }
  return records.filter((record) => kept.has(record))
}
