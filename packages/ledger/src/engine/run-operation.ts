import { isStoreError, LedgerError } from '../errors/ledger-error.ts'
import { begin, type Intent, intentHolds } from '../model/begin.ts'
import { createDraft } from '../model/draft.ts'
import type { Fact } from '../model/facts.ts'
import { type LedgerOperation, viewOperation } from '../model/view.ts'
import type { OperationRow, OrderRow } from '../store/rows.ts'
import { applyFact } from './apply-fact.ts'
import { untilItFits } from './commit.ts'
import { asAttempt } from './current-attempt.ts'
import { failure, failureOf } from './failure.ts'
import type { LedgerClient, Parts } from './parts.ts'

/** Runs an operation at most once for each key. */
export interface Runner {
  run(intent: Intent, send: (client: LedgerClient) => Promise<Fact>): Promise<LedgerOperation>
  /** Resolves when the operation does not run in this process any more. */
  settled(operation: string): Promise<void>
  isRunning(operation: string): boolean
  /** Resolves when nothing runs. */
  idle(): Promise<void>
}

/**
 * The intent is stored before the first byte leaves, and the outcome before the caller sees it. A repetition gets what is
 * known now; an unknown outcome is never tried again.
 */
export function createRunner(parts: Parts): Runner {
  const { store, gates } = parts
  /** By key: a repetition in this process waits for the first. */
  const byKey = new Map<string, Promise<unknown>>()
  const byId = new Map<string, Promise<unknown>>()

  async function run(intent: Intent, send: (client: LedgerClient) => Promise<Fact>): Promise<LedgerOperation> {
    const key = `${intent.scope}\n${intent.key}`
    for (let first = byKey.get(key); first !== undefined; first = byKey.get(key)) await first.catch(() => {})
    const work = runNow(intent, send)
    byKey.set(key, work)
    try {
      return await work
    } finally {
      byKey.delete(key)
    }
  }

  async function runNow(intent: Intent, send: (client: LedgerClient) => Promise<Fact>): Promise<LedgerOperation> {
    await parts.backlog.flush()
    const { row, known } = await storeIntent(parts, intent)
    if (known) return replay(row, intent)
    const client = parts.clientOf(intent.till)
    const attempt = { operation: row.id, owner: intent.owner }
    const sent = gates.cashier(client, () => asAttempt(attempt, () => send(client))).then((fact) => end(row, fact))
    byId.set(row.id, sent)
    try {
      return await sent
    } finally {
      byId.delete(row.id)
    }
  }

  async function replay(row: OperationRow, { digest, kind }: Intent): Promise<LedgerOperation> {
    if (row.digest !== digest || row.kind !== kind) throw new LedgerError('KEY_REUSED', { operationId: row.id })
    return viewOperation(row, await store.answerOf(row.id), true)
  }

  async function end(row: OperationRow, fact: Fact): Promise<LedgerOperation> {
    try {
      const ended = await applyFact(parts, row.id, fact)
      return viewOperation(ended, await store.answerOf(row.id), false)
    } catch (error) {
      // What is not on the disk is not told: the caller hears that it is unknown until it is stored.
      parts.backlog.add(row.id, fact)
      const { code } = failureOf(error)
      const told = failure(isStoreError(error, 'LEDGER_FULL') ? 'LEDGER_FULL' : 'OUTCOME_UNCERTAIN', {
        delivery: 'unknown',
        cause: error,
      })
      return viewOperation({ ...row, state: 'unknown', code }, JSON.stringify(told), false)
    }
  }

  return {
    run,
    settled: async (operation) => {
      await byId.get(operation)?.catch(() => {})
    },
    isRunning: (operation) => byId.has(operation),
    async idle() {
      while (byKey.size > 0) await Promise.allSettled(byKey.values())
    },
  }
}

interface Stored {
  readonly row: OperationRow
  /** It was there before. */
  readonly known: boolean
}

/** Stores the intent, or finds the operation that has its key. */
async function storeIntent(parts: Parts, intent: Intent): Promise<Stored> {
  const { store, circumstances, backlog } = parts
  let id = ''
  try {
    return await untilItFits<Stored>(parts, async () => {
      const { scope, key } = intent
      const [known] = await store.findOperations({ scope, key })
      const draft = createDraft(circumstances(), [])
      if (known !== undefined && !isFree(known, intent)) return { draft, result: { row: known, known: true } }
      const orders = await ordersOf(parts, intent)
      const others = await othersOf(parts, intent, orders)
      const row = begin(draft, intent, { free: known, orders, others })
      id = row.id
      return { draft, result: { row, known: false } }
    })
  } catch (error) {
    // The intent may stand there, and nothing will be sent: free it as soon as the store answers again.
    if (isStoreError(error, 'COMMIT_UNKNOWN'))
      backlog.add(id, { type: 'not-sent', failure: failureOf(error), owner: intent.owner })
    throw error
  }
}

/** Whether a key may be used again. */
function isFree({ state, outcome, digest, kind }: OperationRow, intent: Intent): boolean {
  if (state === 'free') return true
  const same = digest === intent.digest && kind === intent.kind
  return intent.again === true && same && (state === 'refused' || (state === 'closed' && outcome === 'not-done'))
}

/** The orders that the numbers of a request lead to: the newest of its bill, or the one that it names, first. */
async function ordersOf({ store }: Parts, intent: Intent): Promise<readonly OrderRow[]> {
  const { kind, medOrgOrd, payOrdId, moreBills = [], moreOrders = [] } = intent
  const bills = [...(medOrgOrd === undefined ? [] : [medOrgOrd]), ...moreBills]
  const numbers = [...(payOrdId === undefined ? [] : [payOrdId]), ...moreOrders]
  const byBill = await Promise.all(bills.map((bill) => store.findOrders({ medOrgOrd: bill })))
  const byNumber = await Promise.all(numbers.map((number) => store.findOrders({ payOrdId: number })))
  const found = (kind === 'upload' ? [...byBill, ...byNumber] : [...byNumber, ...byBill]).flat()
  return [...new Map(found.map((order) => [order.id, order])).values()].slice(0, 3)
}

/** Operations that hold what this one needs. */
async function othersOf(
  { store }: Parts,
  intent: Intent,
  orders: readonly OrderRow[],
): Promise<readonly OperationRow[]> {
  const { alike } = intent
  const found = await Promise.all([
    ...intentHolds(intent, orders).map((hold) => store.findOperations({ hold })),
    ...(alike === undefined ? [] : [store.findOperations({ alike })]),
  ])
  return found.flat()
}
