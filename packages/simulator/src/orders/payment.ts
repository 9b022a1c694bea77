import type { OrdStas } from '@nationec/protocol'
import { amountEnding } from '../faults/amount-faults.ts'
import type { Counter } from '../listening/counts.ts'
import type { Ledger } from '../money/ledger.ts'
import { addParts, insuranceOf, NOTHING, type Parts } from '../money/parts.ts'
import type { PaymentEnd } from '../money/payment-end.ts'
import { type BillToSplit, type SplitPolicy, splitByPolicy, splitByShare } from '../money/split.ts'
import type { People } from '../people/people.ts'
import type { Random } from '../random/random.ts'
import { moveOrder, type OrderContext, stateConflict, upToDate } from './move-order.ts'
import type { Order, SettlementRecord } from './order.ts'
import { wayToSettled } from './order-states.ts'

/** What a payment needs of the simulator. */
export interface PaymentContext extends OrderContext {
  readonly random: Random
  readonly policy: SplitPolicy | undefined
  readonly people: Pick<People, 'balanceOf' | 'changeBalance'>
  readonly ledger: Pick<Ledger, 'pay'>
  readonly counter: Pick<Counter, 'effect'>
  readonly pushes: { due(order: Order): void }
  nextNumber(prefix: string): string
  later(work: () => void): void
}

/** When a push leaves: at once, or after the call under way has been answered. */
export type PushMoment = 'now' | 'after the answer'

/**
 * The patient confirms an order.
 *
 * @throws `SIMULATOR_STATE_CONFLICT` unless it is unpaid, or when its amounts never lead to that end
 */
export function payOrder(context: PaymentContext, order: Order, until?: PaymentEnd, push: PushMoment = 'now'): void {
  upToDate(context, order)
  if (order.ordStas !== '0' && order.ordStas !== '1') throw stateConflict(order.ordStas)
  const end = until ?? amountEnding(context.settings, order) ?? '6'
  const split = splitOf(context, order)
  if (!canEnd(split, end)) throw stateConflict(order.ordStas)
  order.split = split
  if (order.ordStas === '0') moveOrder(context, order, '1')
  if (end !== '1') walk(context, order, end, push)
}

/** Lets the centre finish an order that stopped on the way. */
export function finishOrder(context: PaymentContext, order: Order): void {
  if (!['2', '3', '4', '5'].includes(order.ordStas)) throw stateConflict(order.ordStas)
  walk(context, order, '6', 'now')
}

/** Gives the account back what state 2 reserved; for an order that ends without its insurance part. */
export function releaseAccount(context: PaymentContext, order: Order): void {
  changeAccount(context, order, order.split.account)
}

function walk(context: PaymentContext, order: Order, end: PaymentEnd, push: PushMoment): void {
  const way = wayToSettled(order.split)
  const turn = end === '16' ? '3' : end === '14' || end === '15' ? '2' : end
  const from = way.indexOf(order.ordStas) + 1
  for (const state of way.slice(from, way.indexOf(turn) + 1)) enter(context, order, state, push)
  if (turn === end) return
  releaseAccount(context, order)
  moveOrder(context, order, end)
}

function enter(context: PaymentContext, order: Order, state: OrdStas, push: PushMoment): void {
  // Money first: a listener that hears of the state finds the money booked. The account is reserved before it is paid,
  // because a second order of the same person must not count on it.
  if (state === '2') changeAccount(context, order, -order.split.account)
  if (state === '3') receive(context, order, { ...NOTHING, cash: order.split.cash })
  if (state === '4') receive(context, order, { ...order.split, cash: 0n })
  if (state === '6') order.settlement = settlementOf(context, order)
  moveOrder(context, order, state)
  if (state === '6') settled(context, order, push)
}

function receive(context: PaymentContext, order: Order, parts: Parts): void {
  order.paid = addParts(order.paid, parts)
  context.ledger.pay(parts)
}

function changeAccount(context: PaymentContext, { idNo }: Order, fen: bigint): void {
  if (idNo !== undefined) context.people.changeBalance(idNo, fen)
}

function settlementOf(context: PaymentContext, { split }: Order): SettlementRecord {
  return {
    settledAt: context.clock(),
    revsToken: context.random.hex(32),
    hiDocSn: insuranceOf(split) > 0n ? context.nextNumber('HI') : undefined,
  }
}

function settled(context: PaymentContext, order: Order, push: PushMoment): void {
  context.counter.effect('payments')
  if (push === 'now') context.pushes.due(order)
  else context.later(() => context.pushes.due(order))
}

function canEnd(split: Parts, end: PaymentEnd): boolean {
  if (end === '16') return split.cash > 0n && insuranceOf(split) > 0n
  return end === '14' || end === '15' || wayToSettled(split).includes(end)
}

/** Computed again when the patient confirms: another order may have emptied the account since the pre-settlement. */
function splitOf(context: PaymentContext, order: Order): Parts {
  const { total, medType, insutype, feeType, idNo, usesAccount } = order
  const accountBalance = usesAccount && idNo !== undefined ? context.people.balanceOf(idNo) : 0n
  const bill: BillToSplit = { total, accountBalance, medType, insutype, feeType }
  const { policy, settings } = context
  return policy === undefined ? splitByShare(bill, settings) : splitByPolicy(bill, policy)
}
