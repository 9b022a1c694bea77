import { LedgerError } from '../errors/ledger-error.ts'
import type { OperationKind, OperationRow, OrderRow } from '../store/rows.ts'
import { dayOf } from './day.ts'
import type { Draft } from './draft.ts'
import { alikeHold, holdsFor } from './holds.ts'
import { isOpen, mayRefund } from './story.ts'
import { exceeds, NOTHING, plus, type RefundAmounts, reserve } from './sums.ts'

/** A request that moves money, or may, as the ledger keeps it: numbers and amounts, nothing of a person. */
export interface Intent {
  readonly scope: string
  readonly key: string
  readonly kind: OperationKind
  readonly digest: string
  readonly medOrgOrd?: string | undefined
  readonly payOrdId?: string | undefined
  readonly appRefdSn?: string | undefined
  readonly refdType?: string | undefined
  readonly transType?: string | undefined
  /** Fen. */
  readonly amount?: bigint | undefined
  readonly refund?: RefundAmounts | undefined
  readonly till?: string | undefined
  readonly operator?: string | undefined
  readonly person?: string | undefined
  readonly alike?: string | undefined
  /** Whether what was refused under this key may be sent again. */
  readonly again?: boolean | undefined
  /** Why it is none, although it looks like a duplicate. */
  readonly notDuplicate?: string | undefined
  /** More numbers that a raw request names. */
  readonly moreBills?: readonly string[] | undefined
  readonly moreOrders?: readonly string[] | undefined
  readonly owner: string
  /** When its process counts as dead. */
  readonly lease: number
}

/** What was read before an intent is stored. */
export interface Before {
  /** A row whose key is free again. */
  readonly free?: OperationRow | undefined
  /** The orders that the request's numbers lead to, the one that it is about first. */
  readonly orders: readonly OrderRow[]
  /** Operations that hold something that this one needs, or are of its orders. */
  readonly others: readonly OperationRow[]
}

/** What an intent holds while it is open. */
export function intentHolds(intent: Intent, orders: readonly OrderRow[]): string[] {
  const { medOrgOrd, payOrdId, appRefdSn, alike, notDuplicate, moreBills = [], moreOrders = [] } = intent
  return holdsFor(
    {
      bills: [...(medOrgOrd === undefined ? [] : [medOrgOrd]), ...moreBills],
      orders: [...(payOrdId === undefined ? [] : [payOrdId]), ...moreOrders],
      refund: appRefdSn,
      alike: notDuplicate === undefined ? alike : undefined,
    },
    orders,
  )
}

/**
 * Stores an intent: the row of the operation, and what it changes of its order before anything leaves.
 *
 * @throws `OUTCOME_OPEN`, `NUMBER_USED`, `POSSIBLE_DUPLICATE`, `BUCKET_EXCEEDED`
 */
export function begin(draft: Draft, intent: Intent, { free, orders, others }: Before): OperationRow {
  const holds = intentHolds(intent, orders)
  refuseBusy(
    holds,
    others.filter(({ id }) => id !== free?.id),
    intent,
  )
  const order = orderFor(draft, intent, orders)
  const { at } = draft
  const { scope, key, kind, digest, amount, appRefdSn, refdType, transType, till, operator, alike } = intent
  const { owner, lease } = intent
  const reserved = intent.refund === undefined ? undefined : reserve(intent.refund, order?.paid, order?.held ?? NOTHING)
  const row = {
    ...{ scope, key, kind, digest, amount, appRefdSn, refdType, transType, till, operator, alike, owner, holds },
    reserved,
    order: order?.id,
    state: 'running',
    outcome: undefined,
    proof: undefined,
    code: undefined,
    medOrgOrd: intent.medOrgOrd ?? order?.medOrgOrd,
    payOrdId: intent.payOrdId ?? (kind === 'upload' ? undefined : order?.payOrdId),
    refdSn: undefined,
    before: order !== undefined && order.seenRefunds === order.refunds ? order.ordStas : undefined,
    turn: order === undefined ? undefined : order.refunds + 1,
    day: dayOf(at),
    unknownAt: undefined,
    asked: 0,
    nextAt: lease,
  } as const
  const facts = { kind, ...(intent.notDuplicate === undefined ? {} : { notDuplicate: intent.notDuplicate }) }
  if (order !== undefined) reserveOf(draft, order, row)
  if (free !== undefined) return draft.change(free, row, 'begun', { facts, answer: null })
  return draft.add(row, 'begun', facts)
}

function refuseBusy(holds: readonly string[], others: readonly OperationRow[], { alike, notDuplicate }: Intent): void {
  const refuse = (code: 'OUTCOME_OPEN' | 'NUMBER_USED' | 'POSSIBLE_DUPLICATE', { id }: OperationRow): never => {
    throw new LedgerError(code, { operationId: id })
  }
  const like = alike === undefined ? undefined : alikeHold(alike)
  for (const other of others) {
    const common = other.holds.filter((hold) => holds.includes(hold) && hold !== like)
    if (common.length > 0) refuse(isOpen(other) ? 'OUTCOME_OPEN' : 'NUMBER_USED', other)
  }
  if (alike === undefined || notDuplicate !== undefined) return
  const double = others.find((other) => other.alike === alike && isOpen(other))
  if (double !== undefined) refuse('POSSIBLE_DUPLICATE', double)
}

/** The order that an operation is about, made if the ledger has none. */
function orderFor(draft: Draft, intent: Intent, orders: readonly OrderRow[]): OrderRow | undefined {
  const { kind, medOrgOrd, payOrdId, amount, person, till } = intent
  const [known] = orders
  const bill = { total: amount, person, till: till ?? known?.till }
  if (kind === 'upload') {
    // An order that has its number is another one: the bill is uploaded again after a revoke, or by mistake.
    if (known !== undefined && known.payOrdId === undefined)
      return draft.changeOrder(known, { ...bill, status: 'unknown' }, 'upload-begun')
    return draft.addOrder({ ...newOrder(draft.at), ...bill, medOrgOrd, status: 'unknown' }, 'upload-begun')
  }
  if (known !== undefined) return draft.changeOrder(known, {}, 'operation-begun', { kind })
  if (payOrdId === undefined && medOrgOrd === undefined) return undefined
  return draft.addOrder(
    { ...newOrder(draft.at), medOrgOrd, payOrdId, till, status: 'unrecognised' },
    'operation-begun',
    { kind },
  )
}

function newOrder(at: number) {
  return { held: NOTHING, excess: false, refunds: 0, day: dayOf(at) } as const
}

/** Counts a refund, and reserves what it asks for. */
function reserveOf(draft: Draft, order: OrderRow, { kind, reserved }: Pick<OperationRow, 'kind' | 'reserved'>): void {
  if (!mayRefund({ kind })) return
  const held = reserved === undefined ? order.held : plus(order.held, reserved)
  if (order.paid !== undefined && exceeds(held, order.paid)) throw new LedgerError('BUCKET_EXCEEDED')
  draft.changeOrder(order, { held, refunds: order.refunds + 1 }, 'refund-begun')
}
