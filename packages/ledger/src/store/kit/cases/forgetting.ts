import assert from 'node:assert/strict'
import type { OpenStore, Write } from '../../contract.ts'
import { mayForget } from '../../may-forget.ts'
import type { ExceptionRow, OperationRow, OrderRow } from '../../rows.ts'
import { everything, idsOf, type StoreCase } from '../case.ts'
import { type Draws, drawsOf } from '../draws.ts'
import { dayOf, exceptionOf, operationOf, orderOf, START, write } from '../sample-rows.ts'

const BEFORE = START + 1_000

interface Unit {
  readonly order?: OrderRow
  readonly operations: readonly OperationRow[]
  readonly exceptions: readonly ExceptionRow[]
}

export const forgettingCases: readonly StoreCase[] = [
  {
    title: 'forgets what may be forgotten and nothing else',
    async run({ open }) {
      const store = await open()
      const draws = drawsOf(13)
      const units = Array.from({ length: 120 }, (_, index) => unitOf(draws, index + 1))
      for (const unit of units) await store.commit(writesOf(unit))
      await store.commit([write('day', dayOf('2026-01-01'))])
      const gone = units.filter((unit) => mayForget(unit, BEFORE))
      const kept = units.filter((unit) => !mayForget(unit, BEFORE))
      assert.ok(gone.length > 10 && kept.length > 10)
      const count = await store.forget({ before: BEFORE, limit: 1_000 })
      await expectLeft(store, kept)
      assert.equal(count, gone.flatMap(({ operations }) => operations).length, 'how many operations went')
      for (const [index, { order, operations }] of gone.entries()) {
        for (const { id, holds, scope, key } of operations) {
          assert.equal(await store.answerOf(id), undefined, 'the answer of what was forgotten')
          for (const by of [{ id }, { scope, key }, ...holds.map((hold) => ({ hold }))]) {
            assert.equal((await store.findOperations(by)).length, 0, 'a number of what was forgotten')
          }
          assert.equal((await store.events({ of: { table: 'operation', id }, limit: 1 })).rows.length, 0, 'its events')
        }
        if (order !== undefined)
          await store.commit([write('order', orderOf(9_000 + index, { payOrdId: order.payOrdId }))])
      }
      assert.notEqual(await store.day('2026-01-01'), undefined, 'days stay')
      assert.equal(await store.forget({ before: BEFORE, limit: 1_000 }), 0, 'a second time')
    },
  },
  {
    title: 'forgets at most so many orders, the rest later',
    async run({ open }) {
      const store = await open()
      for (let number = 1; number <= 10; number += 1) {
        await store.commit(writesOf({ order: settled(number), operations: [done(number)], exceptions: [] }))
        await store.commit(writesOf({ operations: [done(100 + number, { order: undefined })], exceptions: [] }))
      }
      const counts: number[] = []
      for (let round = 0; round < 8; round += 1) counts.push(await store.forget({ before: BEFORE, limit: 3 }))
      assert.deepEqual(counts, [3, 3, 3, 3, 3, 3, 2, 0])
    },
  },
  {
    title: 'the chain survives forgetting',
    async run({ open }) {
      let store = await open()
      const draws = drawsOf(29)
      for (let round = 0; round < 6; round += 1) {
        for (let number = 0; number < 12; number += 1) await store.commit(writesOf(unitOf(draws, round * 100 + number)))
        await store.forget({ before: BEFORE, limit: draws.below(8) + 1 })
        const { damage } = await store.verify()
        assert.deepEqual(damage, [], 'what was forgotten counts as damage')
        if (!store.supports.persistent) continue
        await store.close()
        store = await open()
      }
      // Everything goes, and the next event still fits.
      const last = operationOf(50_000, { order: 'or-50000', state: 'done' })
      await store.commit([write('operation', last), write('order', settled(50_000))])
      await store.forget({ before: START + 1_000_000, limit: 10_000 })
      if (store.supports.persistent) {
        await store.close()
        store = await open()
      }
      await store.commit([write('operation', operationOf(60_000))])
      assert.deepEqual((await store.verify()).damage, [])
    },
  },
]

function settled(number: number): OrderRow {
  return orderOf(number, { status: 'settled', payOrdId: `P${number}` })
}

function done(number: number, change: Partial<OperationRow> = {}): OperationRow {
  return operationOf(number, { state: 'done', outcome: 'done', order: `or-${number}`, ...change })
}

/** An order, or a raw operation, in which each thing that forbids to forget it is rare. */
function unitOf(draws: Draws, number: number): Unit {
  const at = (): number => (draws.chance(0.1) ? BEFORE : BEFORE - 1 - draws.below(200))
  const raw = draws.chance(0.2)
  const createdAt = START + (number % 100)
  const order = raw
    ? undefined
    : {
        ...orderOf(number, { payOrdId: `P${number}`, status: draws.chance(0.15) ? 'pending' : 'revoked' }),
        createdAt,
        changedAt: at(),
      }
  const operations = Array.from({ length: raw ? 1 : draws.below(4) }, (_, index) => {
    const state = draws.chance(0.1) ? 'unknown' : draws.chance(0.05) ? 'running' : 'closed'
    const base = operationOf(number * 10 + index, { state, holds: [`refund:A${number}-${index}`] })
    return { ...base, createdAt, changedAt: at(), order: order?.id }
  })
  const exceptions = Array.from({ length: draws.below(3) }, (_, index) => {
    const operation = operations[index]?.id
    const base = exceptionOf(number * 10 + index, { open: draws.chance(0.15), operation })
    return {
      ...base,
      createdAt,
      changedAt: at(),
      order: operation === undefined || draws.chance(0.5) ? order?.id : undefined,
    }
  }).filter(({ operation, order: of }) => operation !== undefined || of !== undefined)
  return { ...(order !== undefined && { order }), operations, exceptions }
}

/** The writes of a unit, each row once. */
function writesOf({ order, operations, exceptions }: Unit): Write[] {
  return [
    ...(order === undefined ? [] : [write('order', order)]),
    ...operations.map((row) => write('operation', row, { answer: `answer of ${row.id}` })),
    ...exceptions.map((row) => write('exception', row)),
  ]
}

async function expectLeft(store: OpenStore, kept: readonly Unit[]): Promise<void> {
  const ids = (rows: readonly { readonly id: string }[]): string[] => idsOf(rows).sort()
  const operations = await everything((query) => store.operations(query))
  const orders = await everything((query) => store.orders(query))
  const exceptions = await everything((query) => store.exceptions(query))
  assert.deepEqual(ids(operations), ids(kept.flatMap(({ operations }) => operations)), 'operations that are left')
  assert.deepEqual(ids(orders), ids(kept.flatMap(({ order }) => order ?? [])), 'orders that are left')
  assert.deepEqual(ids(exceptions), ids(kept.flatMap(({ exceptions }) => exceptions)), 'exceptions that are left')
}
