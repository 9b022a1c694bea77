import { createDraft } from '../model/draft.ts'
import type { Asked, SeenState } from '../model/facts.ts'
import { observe } from '../model/observe.ts'
import { isOpen, mayRefund, wasDone } from '../model/story.ts'
import type { Taken } from '../model/take-state.ts'
import type { OrderRow } from '../store/rows.ts'
import { untilItFits } from './commit.ts'
import type { LedgerClient, Parts } from './parts.ts'
import { readStory } from './read-story.ts'

/** Milliseconds that a question of the ledger's own may take. */
const PATIENCE = 20_000

/** What a query names an order by. */
export type OrderName = { readonly payOrdId: string; readonly payToken: string } | { readonly medOrgOrd: string }

/** The orders that an answer may tell of, as they are when the question is sent. */
export type Snapshot = ReadonlyMap<string, Asked>

/** Reads what is known of orders before a question is sent: its answer proves nothing of what comes after that. */
export async function snapshotOf({ store }: Parts, orders: readonly OrderRow[]): Promise<Snapshot> {
  const entries = orders.map(async ({ id, version, refunds }) => {
    const operations = await store.findOperations({ order: id })
    const provable = operations.filter(({ state }) => state !== 'running').map((operation) => operation.id)
    const refunding = operations.some((operation) => mayRefund(operation) && isOpen(operation))
    return [id, { version, refunds, refunding, provable }] as const
  })
  return new Map(await Promise.all(entries))
}

/** Takes what an answer tells of one of the orders that were asked for. */
export async function takeSeen(
  parts: Parts,
  asked: OrderRow,
  snapshot: Snapshot,
  seen: SeenState,
): Promise<Taken | 'foreign'> {
  const { store } = parts
  return untilItFits(parts, async () => {
    const { payOrdId } = seen
    const owner = payOrdId === undefined ? undefined : (await store.findOrders({ payOrdId }))[0]
    // Of several orders of one bill the answer tells of one: its own number says which.
    const id = owner !== undefined && snapshot.has(owner.id) ? owner.id : asked.id
    const [order] = await store.findOrders({ id })
    const before = snapshot.get(id)
    const draft = createDraft(parts.circumstances(), [])
    if (order === undefined || before === undefined) return { draft, result: 'stale' }
    const story = await readStory(store, { order }, { payOrdId })
    const told = createDraft(parts.circumstances(), story.exceptions)
    return { draft: told, result: observe(told, story, seen, before) }
  })
}

/** The token of an order that was uploaded here, from the stored answer. */
export async function knownToken({ store }: Parts, order: OrderRow): Promise<string | undefined> {
  for (const operation of await store.findOperations({ order: order.id })) {
    if (operation.kind !== 'upload' || !wasDone(operation) || operation.payOrdId !== order.payOrdId) continue
    const answer = JSON.parse((await store.answerOf(operation.id)) ?? 'null')
    const token = typeof answer === 'string' ? tokenIn(answer) : answer?.payToken
    if (typeof token === 'string') return token
  }
  return undefined
}

/** In the answer to an upload whose text was made elsewhere. */
function tokenIn(text: string): unknown {
  try {
    const { data } = JSON.parse(text)
    return (typeof data === 'string' ? JSON.parse(data) : data)?.payToken
  } catch {
    return undefined
  }
}

/**
 * Asks the centre for an order, as the worker does.
 *
 * @returns `hopeless` when the ledger has no name that the centre could be asked by; `nothing` for a refusal, a lost answer
 *   or one that cannot be read: none of them proves anything
 */
export async function askCentre(
  parts: Parts,
  client: LedgerClient,
  order: OrderRow,
  signal: AbortSignal,
): Promise<Taken | 'foreign' | 'nothing' | 'hopeless'> {
  const name = await nameOf(parts, order)
  if (name === undefined) return 'hopeless'
  const snapshot = await snapshotOf(parts, await ordersNear(parts, order))
  let seen: SeenState
  try {
    const { body, ...state } = await client.querySettlement(name as never, { signal, deadline: PATIENCE })
    const { payOrdId, medOrgOrd } = body as SeenState
    seen = { ...state, payOrdId: payOrdId ?? order.payOrdId, medOrgOrd }
  } catch {
    return 'nothing'
  }
  return takeSeen(parts, order, snapshot, seen)
}

async function nameOf(parts: Parts, order: OrderRow): Promise<OrderName | undefined> {
  const { payOrdId, medOrgOrd } = order
  const payToken = payOrdId === undefined ? undefined : await knownToken(parts, order)
  if (payOrdId !== undefined && payToken !== undefined) return { payOrdId, payToken }
  return medOrgOrd === undefined ? undefined : { medOrgOrd }
}

/** The order, and others of the same bill. */
export async function ordersNear({ store }: Parts, { id, medOrgOrd }: OrderRow): Promise<readonly OrderRow[]> {
  const [own, ofBill] = await Promise.all([
    store.findOrders({ id }),
    medOrgOrd === undefined ? [] : store.findOrders({ medOrgOrd }),
  ])
  return [...own, ...ofBill.filter((order) => order.id !== id)]
}
