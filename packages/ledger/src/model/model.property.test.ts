import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { memoryStore } from '../store/memory/memory-store.ts'
import type { OperationRow, OrderRow, Sums } from '../store/rows.ts'
import { begin, type Intent } from './begin.ts'
import { createDraft } from './draft.ts'
import type { Fact } from './facts.ts'
import { nextQuestion } from './schedule.ts'
import { isOpen } from './story.ts'
import { NOTHING, plus } from './sums.ts'
import { takeFact } from './transition.ts'

const failure = { code: 'X', delivery: 'unknown' }
const fact: fc.Arbitrary<Fact> = fc.constantFrom<Fact[]>(
  { type: 'not-sent', failure },
  { type: 'done', proof: 'answer', answer: '{}', refdSn: 'C1' },
  { type: 'done', proof: 'memory', answer: '{}', refdSn: 'C1' },
  { type: 'refused', proof: 'answer', failure },
  { type: 'refused', proof: 'memory', failure },
  { type: 'lost', failure },
  { type: 'died', failure },
  { type: 'never-seen' },
  { type: 'elsewhere' },
  { type: 'asked' },
  { type: 'decided', outcome: 'done', by: 'u', because: 'b', known: {} },
  { type: 'decided', outcome: 'not-done', by: 'u', because: 'b', known: {} },
)

const paid: Sums = { total: 1_000n, fund: 700n, account: 150n, cash: 150n }

/** A store with one paid order, and refunds of it that may run side by side here. */
async function openOrder() {
  let count = 0
  const next = (): number => {
    count += 1
    return count
  }
  const newId = (): string => `id${next()}`
  const store = await memoryStore().open({ clock: () => count, instance: 'test' })
  const circumstances = () => ({ at: next(), newId, spread: 0.5 })
  const draft = createDraft(circumstances(), [])
  const order = draft.addOrder(
    {
      payOrdId: 'P1',
      status: 'settled',
      ordStas: '6',
      paid,
      held: NOTHING,
      excess: false,
      refunds: 0,
      seenRefunds: 0,
      day: '2026-11-23',
    },
    'made',
  )
  await store.commit(draft.writes())
  return { store, circumstances, order: order.id }
}

function intent(index: number, cash: bigint): Intent {
  return {
    ...{
      scope: '',
      key: `k${index}`,
      kind: 'refund',
      digest: 'd',
      payOrdId: 'P1',
      appRefdSn: `R${index}`,
      refdType: 'CASH',
    },
    ...{ amount: cash, refund: { total: cash, fund: undefined, account: undefined, cash }, owner: 'o', lease: 1 },
  }
}

const isCounted = ({ state, outcome }: OperationRow): boolean =>
  isOpen({ state }) || state === 'done' || (state === 'closed' && outcome === 'done')

describe('the state machine', () => {
  it('keeps the sums of a bucket those of the refunds that are not known to have failed, whatever is told in any order', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.bigInt(1n, 90n), fc.array(fact, { maxLength: 5 })), { minLength: 1, maxLength: 5 }),
        async (refunds) => {
          const { store, circumstances, order: id } = await openOrder()
          for (const [index, [cash, facts]] of refunds.entries()) {
            const [order] = (await store.findOrders({ id })) as [OrderRow]
            const draft = createDraft(circumstances(), [])
            let row: OperationRow
            try {
              // Others of the order are let through, as if each had ended.
              row = begin(draft, intent(index, cash), { orders: [order], others: [] })
            } catch (error) {
              assert.equal((error as { code?: string }).code, 'BUCKET_EXCEEDED')
              assert.ok(order.held.cash + cash > paid.cash)
              continue
            }
            await store.commit(
              draft
                .writes()
                .map((write) => (write.table === 'operation' ? { ...write, row: { ...write.row, holds: [] } } : write)),
            )
            for (const told of facts) await tell(row.id, told)
          }
          const [order] = (await store.findOrders({ id })) as [OrderRow]
          const all = await store.findOperations({ order: id })
          const counted = all.filter(isCounted).flatMap(({ reserved }) => (reserved === undefined ? [] : [reserved]))
          assert.deepEqual(order.held, counted.reduce(plus, NOTHING))
          assert.ok(order.excess || order.held.cash <= paid.cash)
          for (const row of all.filter(({ state }) => state === 'unknown')) {
            const called = (await store.exceptions({ operation: row.id, open: true, limit: 1 })).rows.length > 0
            assert.ok(row.nextAt !== undefined || called)
          }
          assert.deepEqual((await store.verify()).damage, [])

          async function tell(operation: string, told: Fact): Promise<void> {
            const [row] = (await store.findOperations({ id: operation })) as [OperationRow]
            const [of] = await store.findOrders({ id })
            const exceptions = (await store.exceptions({ order: id, open: true, limit: 100 })).rows
            const draft = createDraft(circumstances(), exceptions)
            try {
              takeFact(
                draft,
                { order: of, operations: await store.findOperations({ order: id }), exceptions },
                row,
                told,
              )
            } catch (error) {
              assert.equal((error as { code?: string }).code, 'DECISION_INVALID')
              return
            }
            const next = draft.now(row)
            if (row.state === 'done' && row.proof !== 'query') assert.equal(next.state, 'done')
            if (row.state === 'refused' && next.state !== 'refused') assert.equal(told.type, 'done')
            await store.commit(
              draft
                .writes()
                .map((write) => (write.table === 'operation' ? { ...write, row: { ...write.row, holds: [] } } : write)),
            )
          }
        },
      ),
      { numRuns: 150, seed: 20_261_123 },
    ))
})

describe('the schedule', () => {
  it('never asks in the past, never earlier than before, and ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 }),
        (spreads) => {
          let [now, asked] = [0, 0]
          for (const spread of spreads) {
            const next = nextQuestion(asked, 0, now, spread)
            if (next === undefined) break
            assert.ok(next >= now)
            now = next
            asked += 1
          }
          assert.ok(asked >= 20 && asked <= 33)
          assert.ok(now > 18 * 3_600_000)
        },
      ),
      { numRuns: 200, seed: 20_261_123 },
    )
  })
})
