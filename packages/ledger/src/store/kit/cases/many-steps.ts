import assert from 'node:assert/strict'
import type { OpenStore, Write } from '../../contract.ts'
import { memoryStore } from '../../memory/memory-store.ts'
import type { OperationRow, OperationState, OrderRow, OrderStatus } from '../../rows.ts'
import { everything, type StoreCase, same } from '../case.ts'
import { type Draws, drawsOf } from '../draws.ts'
import { changed, exceptionOf, operationOf, orderOf, START, write } from '../sample-rows.ts'

const STEPS = 400
const STATES: readonly OperationState[] = ['running', 'unknown', 'done', 'refused', 'free', 'closed']
const STATUSES: readonly OrderStatus[] = ['unknown', 'pending', 'settled', 'revoked', 'refunded']

export const manyStepsCases: readonly StoreCase[] = [
  {
    title: 'does over many steps what the memory store does',
    async run({ open }) {
      const [tested, model] = [await open(), await memoryStore().open({ clock: () => START, instance: 'model' })]
      const draws = drawsOf(20_260_101)
      const known: { operations: OperationRow[]; orders: OrderRow[] } = { operations: [], orders: [] }
      for (let step = 1; step <= STEPS; step += 1) {
        const act = actionOf(draws, step, known)
        const [given, expected] = [await outcomeOf(act, tested), await outcomeOf(act, model)]
        same(given, expected, `step ${step}`)
        if (step % 20 !== 0) continue
        known.operations = await everything((query) => model.operations(query))
        known.orders = await everything((query) => model.orders(query))
        same(
          await everything((query) => tested.operations(query), 13),
          known.operations,
          `operations after step ${step}`,
        )
        same(await everything((query) => tested.orders(query), 13), known.orders, `orders after step ${step}`)
        assert.equal(await tested.nextDue(), await model.nextDue())
      }
      same(await toldBy(tested), await toldBy(model), 'the events')
      assert.deepEqual((await tested.verify()).damage, [])
    },
  },
]

type Action = (store: OpenStore) => Promise<unknown>

function actionOf(draws: Draws, step: number, known: { operations: OperationRow[]; orders: OrderRow[] }): Action {
  const kind = draws.below(20)
  if (kind === 0) {
    const limit = draws.below(4) + 1
    return (store) => store.claim({ now: START + step, until: START + step + 40, owner: `worker-${step}`, limit })
  }
  if (kind === 1) return (store) => store.forget({ before: START + step - 200, limit: 3 })
  const group = Array.from({ length: draws.below(3) + 1 }, (_, index) => writeOf(draws, step * 4 + index, known))
  // A row stands in a group once.
  const ids = new Set(group.map(({ table, row }) => `${table} ${row.id}`))
  return (store) => (ids.size === group.length ? store.commit(group) : Promise.resolve())
}

/** Few numbers, so that much is refused. */
function writeOf(draws: Draws, number: number, known: { operations: OperationRow[]; orders: OrderRow[] }): Write {
  const at = START + Math.floor(number / 4)
  const change = { changedAt: at, till: draws.chance(0.5) ? 'till-1' : undefined }
  const answer = draws.chance(0.3) ? `answer ${number}` : draws.chance(0.2) ? null : undefined
  if (draws.chance(0.1))
    return write('exception', exceptionOf(number, { createdAt: at, changedAt: at, open: draws.chance(0.5) }))
  if (draws.chance(0.5)) {
    const old = draws.chance(0.6) && known.operations.length > 0 ? draws.of(known.operations) : undefined
    const fields = { ...change, state: draws.of(STATES), nextAt: draws.chance(0.6) ? at + draws.below(50) : undefined }
    const holds = draws.chance(0.5) ? [`bill:${draws.below(40)}`] : []
    if (old !== undefined) return write('operation', changed(old, { ...fields, holds }), { answer })
    const order = known.orders.length > 0 && draws.chance(0.5) ? draws.of(known.orders).id : undefined
    const key = draws.chance(0.1) ? 'shared' : `key-${number}`
    return write('operation', operationOf(number, { ...fields, holds, order, key, createdAt: at }), { answer })
  }
  const sum = (): bigint => BigInt(draws.below(3))
  const sums = () => ({ total: sum(), fund: sum(), account: sum(), cash: sum() })
  const paid = draws.chance(0.5) ? { total: 1n, fund: 1n, account: 1n, cash: 1n } : undefined
  const money = { paid, held: draws.chance(0.5) ? sums() : { total: 0n, fund: 0n, account: 0n, cash: 0n } }
  const fields = { ...change, ...money, status: draws.of(STATUSES), excess: draws.chance(0.1) }
  const old = draws.chance(0.6) && known.orders.length > 0 ? draws.of(known.orders) : undefined
  if (old !== undefined) return write('order', changed(old, fields))
  const payOrdId = draws.chance(0.3) ? `P${draws.below(30)}` : undefined
  return write('order', orderOf(number, { ...fields, payOrdId, createdAt: at }))
}

/** Which of several refusals is reported is the store's choice; which groups are refused is not. */
async function outcomeOf(act: Action, store: OpenStore): Promise<unknown> {
  try {
    return { given: (await act(store)) ?? null }
  } catch {
    return 'refused'
  }
}

async function toldBy(store: OpenStore): Promise<string[]> {
  const events = await everything((query) => store.events(query))
  return events.map(({ table, id, version, type, at }) => `${table} ${id} ${version} ${type} ${at}`).sort()
}
