import type { Generation } from '@nationec/client'
import { pushAlarm } from '@nationec/client/notifications'
import { applyFact } from './engine/apply-fact.ts'
import { knownToken } from './engine/ask-centre.ts'
import { closeDay } from './engine/close-day.ts'
import { untilItFits } from './engine/commit.ts'
import { decide } from './engine/decide.ts'
import type { MoneyCalls } from './engine/money-calls.ts'
import { allOf } from './engine/pages.ts'
import type { Parts } from './engine/parts.ts'
import { orderOf, queryOrder } from './engine/query-order.ts'
import { reconcileDay } from './engine/reconcile/reconcile-day.ts'
import { factOfMemory } from './engine/recover.ts'
import { personDigest, personOf, plain, readText } from './engine/requests.ts'
import type { Runner } from './engine/run-operation.ts'
import { settle, type Watch } from './engine/settle.ts'
import type { LateAnswer, Ledger, OperationName } from './ledger.ts'
import { createDraft } from './model/draft.ts'
import { type LedgerOperation, viewOperation, viewOrder } from './model/view.ts'
import type { OperationRow } from './store/rows.ts'
import type { Worker } from './worker/worker.ts'

export interface LedgerParts<Chosen extends Generation> {
  readonly parts: Parts
  readonly calls: MoneyCalls<Chosen>
  readonly runner: Runner
  readonly worker: Worker
  readonly watch: Watch
}

/** The ledger over its parts. */
export function createLedger<Chosen extends Generation>(made: LedgerParts<Chosen>): Ledger<Chosen> {
  const { parts, calls, runner, worker, watch } = made
  const { store } = parts
  let closing: Promise<void> | undefined

  async function viewRow(row: OperationRow): Promise<LedgerOperation> {
    return viewOperation(row, await store.answerOf(row.id), true)
  }

  const rowOf = async (number: Parameters<Ledger['order']>[0]) =>
    'id' in number ? (await store.findOrders({ id: number.id }))[0] : orderOf(parts, number)

  const view = async (row: OperationRow | undefined) => (row === undefined ? undefined : viewRow(row))

  async function close(): Promise<void> {
    await runner.idle()
    await worker.stop()
    await parts.backlog.flush()
    parts.backlog.stop()
    await store.close()
  }

  const ledger: Ledger<Chosen> = {
    ...calls,
    querySettlement: (parameters, options = {}) => queryOrder<Chosen>(parts, parameters, options),
    settle: (id, { within = 90_000, once = false } = {}) =>
      settle(parts, { runner, worker, watch }, id, { within, once }),
    async *exceptions({ day } = {}) {
      yield* allOf((page) => store.exceptions({ open: true, day, ...page }))
    },
    decide: (id, decision) => decide(parts, id, decision),
    async tell(push) {
      const order = await orderOf(parts, push)
      if (order !== undefined) await askNow(parts, order.id)
      worker.wake()
      return { order: order === undefined ? undefined : viewOrder(order), alarm: pushAlarm(push, order) }
    },
    remember: async (late) => view(await remember(parts, late)),
    async *orders(filter = {}) {
      for await (const row of allOf((page) => store.orders({ ...filter, ...page }))) yield viewOrder(row)
    },
    async orderPage(query) {
      const { rows, next } = await store.orders(query)
      return { entries: rows.map(viewOrder), next }
    },
    async operationPage(query) {
      const { rows, next } = await store.operations(query)
      return { entries: await Promise.all(rows.map(viewRow)), next }
    },
    async tokenOf(payOrdId) {
      const order = await orderOf(parts, { payOrdId })
      return order === undefined ? undefined : knownToken(parts, order)
    },
    serve: (work, { till } = {}) => parts.gates.cashier(parts.clientOf(till), work),
    async order(number) {
      const row = await rowOf(number)
      return row === undefined ? undefined : viewOrder(row)
    },
    async isPersonOf(number, person) {
      const known = (await rowOf(number))?.person
      const given = personOf(person)
      return known === undefined || given === undefined ? undefined : personDigest(given, store.digest) === known
    },
    operation: async (name) => view((await store.findOperations(asNumber(parts, name)))[0]),
    async operationsOf(order) {
      return Promise.all((await store.findOperations({ order })).map(viewRow))
    },
    reconcile: (file) => reconcileDay(parts, file),
    closeDay: (day, { by, facts = {} }) => closeDay(parts, day, by, facts),
    store,
    async close() {
      closing ??= close()
      await closing
    },
    [Symbol.asyncDispose]: () => ledger.close(),
  }
  return ledger
}

function asNumber({ store }: Parts, name: OperationName): Parameters<Parts['store']['findOperations']>[0] {
  if ('key' in name) return { scope: name.scope ?? '', key: name.key }
  const [[field, value]] = Object.entries(name) as [[string, string]]
  return { [field]: field === 'id' ? value : plain(value, store.digest) } as { readonly id: string }
}

/** What is unknown of an order is due now. */
async function askNow(parts: Parts, order: string): Promise<void> {
  await untilItFits(parts, async () => {
    const draft = createDraft(parts.circumstances(), [])
    for (const row of await parts.store.findOperations({ order })) {
      if (row.state === 'unknown') draft.change(row, { nextAt: draft.at }, 'told')
    }
    return { draft, result: undefined }
  })
}

/** The operation that an old text was of: on one bill or order there is one at a time whose outcome is open. */
async function remember(parts: Parts, { request, answer }: LateAnswer): Promise<OperationRow | undefined> {
  const { kind, body } = readText(request, parts.profile)
  if (kind === 'none' || kind === 'raw') return undefined
  const name = { upload: 'medOrgOrd', place: 'payOrdId', revoke: 'payOrdId', refund: 'appRefdSn' } as const
  const number = plain(body[name[kind]], parts.store.digest)
  if (number === undefined) return undefined
  const found = await parts.store.findOperations({ [name[kind]]: number } as { readonly medOrgOrd: string })
  const rows = found.filter((row) => row.kind === kind)
  const row = rows.find(({ state }) => state === 'unknown' || state === 'running') ?? rows[0]
  if (row === undefined) return undefined
  if (answer === undefined) return applyFact(parts, row.id, { type: 'never-seen' })
  const fact = factOfMemory(row, { answer, request }, parts.profile)
  return fact === undefined ? row : applyFact(parts, row.id, fact)
}
