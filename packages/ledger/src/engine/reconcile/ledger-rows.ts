import { yuanFromFen } from '@nationec/protocol'
import { timeOf } from '../../model/day.ts'
import { yuanOf } from '../../model/view.ts'
import type { LedgerRow } from '../../reconciliation/compare/difference.ts'
import type { DayFile, ReconciliationRow } from '../../reconciliation/row.ts'
import type { OpenStore } from '../../store/contract.ts'
import type { OperationRow, OrderRow, OrderStatus } from '../../store/rows.ts'
import { allOf } from '../pages.ts'

/** What is known of a payment by the state of its order. */
const PAYMENT: Readonly<Record<OrderStatus, LedgerRow['status']>> = {
  settled: 'done',
  'partly-refunded': 'done',
  refunded: 'done',
  pending: 'open',
  completing: 'open',
  failed: 'open',
  unrecognised: 'open',
  unknown: 'unknown',
  revoked: 'not-done',
  'not-uploaded': 'not-done',
}

/**
 * The payments and refunds of a day as the ledger knows them, and those of other days that the lists name: a bill of before
 * midnight may be paid after it.
 */
export async function ledgerRows(store: OpenStore, { day, centre, institution = [] }: DayFile): Promise<LedgerRow[]> {
  const orders = new Map<string, OrderRow>()
  const refunds = new Map<string, OperationRow>()
  const open = new Map<string, OperationRow>()
  for await (const row of allOf((page) => store.orders({ day, ...page }))) orders.set(row.id, row)
  for await (const row of allOf((page) => store.operations({ day, kind: 'refund', ...page }))) refunds.set(row.id, row)
  for (const state of ['unknown', 'running'] as const) {
    for await (const row of allOf((page) => store.operations({ state, ...page }))) {
      if (row.kind !== 'refund' && row.order !== undefined) open.set(row.order, row)
    }
  }
  for (const { order } of refunds.values()) {
    if (order === undefined || orders.has(order)) continue
    for (const row of await store.findOrders({ id: order })) orders.set(row.id, row)
  }
  const known = knownNumbers(orders.values())
  const complete = new Set<string>()
  for (const row of [...centre, ...institution]) {
    for (const order of await ordersOf(store, row, known)) {
      orders.set(order.id, order)
      if (row.kind !== 'refund' || complete.has(order.id)) continue
      complete.add(order.id)
      for (const operation of await store.findOperations({ order: order.id })) {
        if (operation.kind === 'refund') refunds.set(operation.id, operation)
      }
    }
  }
  return [
    ...[...orders.values()].map((order) => paymentOf(order, open.get(order.id))),
    ...[...refunds.values()].flatMap((refund) => refundOf(refund, orders.get(refund.order ?? ''))),
  ]
}

type Known = Map<string, OrderRow[]>

function knownNumbers(orders: Iterable<OrderRow>): Known {
  const known: Known = new Map()
  for (const order of orders) {
    for (const key of keysOf(order)) known.set(key, [...(known.get(key) ?? []), order])
  }
  return known
}

function keysOf({ payOrdId, medOrgOrd }: Pick<OrderRow, 'payOrdId' | 'medOrgOrd'>): string[] {
  return [
    ...(payOrdId === undefined ? [] : [`payOrdId ${payOrdId}`]),
    ...(medOrgOrd === undefined ? [] : [`medOrgOrd ${medOrgOrd}`]),
  ]
}

/** The orders that a row of a list names; each number is asked for once. */
async function ordersOf(store: OpenStore, row: ReconciliationRow, known: Known): Promise<readonly OrderRow[]> {
  const { payOrdId, medOrgOrd } = row
  const byOrder =
    payOrdId === undefined ? [] : await remembered(known, `payOrdId ${payOrdId}`, () => store.findOrders({ payOrdId }))
  if (byOrder.length > 0 || medOrgOrd === undefined) return byOrder
  return remembered(known, `medOrgOrd ${medOrgOrd}`, () => store.findOrders({ medOrgOrd }))
}

async function remembered(known: Known, key: string, read: () => Promise<readonly OrderRow[]>): Promise<OrderRow[]> {
  const found = known.get(key) ?? [...(await read())]
  known.set(key, found)
  return found
}

function paymentOf(order: OrderRow, open: OperationRow | undefined): LedgerRow {
  const { id, medOrgOrd, payOrdId, status, total, paid, day, createdAt } = order
  const known = PAYMENT[status]
  const isOpen = known !== 'done' && open !== undefined
  const amounts = paid === undefined ? (total === undefined ? {} : { total: yuanFromFen(total) }) : yuanOf(paid)
  return {
    ...{ kind: 'payment', order: id, medOrgOrd, payOrdId, day, ...amounts },
    ...{ status: isOpen ? 'unknown' : known, operation: isOpen ? open.id : undefined, time: timeOf(createdAt) },
  }
}

function refundOf(refund: OperationRow, order: OrderRow | undefined): LedgerRow[] {
  const { id, state, outcome, appRefdSn, refdSn, amount, reserved, day, createdAt } = refund
  // A refund of an order that the ledger never knew: its numbers are its own.
  const { medOrgOrd, payOrdId } = { ...refund, ...order }
  const isOpen = state === 'unknown' || state === 'running'
  const isDone = state === 'done' || (state === 'closed' && outcome === 'done')
  const total = amount ?? reserved?.total
  // A refund may leave its parts to the centre: then they are not known here.
  const isWhole = reserved !== undefined && reserved.fund + reserved.account + reserved.cash === total
  const amounts = isWhole ? yuanOf(reserved) : total === undefined ? {} : { total: yuanFromFen(total) }
  return [
    {
      ...{ kind: 'refund', order: refund.order ?? id, operation: id, medOrgOrd, payOrdId, appRefdSn, refdSn, day },
      ...{ ...amounts, status: isOpen ? 'unknown' : isDone ? 'done' : 'not-done', time: timeOf(createdAt) },
    },
  ]
}
