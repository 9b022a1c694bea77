import type { OrdStas } from '@nationec/protocol'
import { amountEnding } from '../faults/amount-faults.ts'
import { addParts, insuranceOf, NOTHING, type Parts } from '../money/parts.ts'
import { type BillToSplit, splitByPolicy, splitByShare } from '../money/split.ts'
import type { World } from '../world.ts'
import { moveOrder, stateConflict, upToDate } from './move-order.ts'
import type { Order, SettlementRecord } from './order.ts'
import { wayToSettled } from './order-states.ts'
import type { PaymentEnd } from './payment-end.ts'

/** When a push leaves: at once, or after the call under way has been answered. */
export type PushMoment = 'now' | 'after the answer'

/**
 * The patient confirms an order.
 *
 * @throws `SIMULATOR_STATE_CONFLICT` unless it is unpaid, or when its amounts never lead to that end
 */
export function payOrder(world: World, order: Order, until?: PaymentEnd, push: PushMoment = 'now'): void {
  upToDate(world, order)
  if (order.ordStas !== '0' && order.ordStas !== '1') throw stateConflict(order.ordStas)
  const end = until ?? amountEnding(world, order) ?? '6'
  const split = splitOf(world, order)
  if (!canEnd(split, end)) throw stateConflict(order.ordStas)
  order.split = split
  if (order.ordStas === '0') moveOrder(world, order, '1')
  if (end !== '1') walk(world, order, end, push)
}

/** Lets the centre finish an order that stopped on the way. */
export function finishOrder(world: World, order: Order): void {
  if (!['2', '3', '4', '5'].includes(order.ordStas)) throw stateConflict(order.ordStas)
  walk(world, order, '6', 'now')
}

/** Gives the account back what state 2 reserved; for an order that ends without its insurance part. */
export function releaseAccount(world: World, order: Order): void {
  changeAccount(world, order, order.split.account)
}

function walk(world: World, order: Order, end: PaymentEnd, push: PushMoment): void {
  const way = wayToSettled(order.split)
  const turn = end === '16' ? '3' : end === '14' || end === '15' ? '2' : end
  const from = way.indexOf(order.ordStas) + 1
  for (const state of way.slice(from, way.indexOf(turn) + 1)) enter(world, order, state, push)
  if (turn === end) return
  releaseAccount(world, order)
  moveOrder(world, order, end)
}

function enter(world: World, order: Order, state: OrdStas, push: PushMoment): void {
  // Money first: whoever hears of the state finds it on the books. The account is reserved before it is paid, because a
  // second order of the same person must not count on it.
  if (state === '2') changeAccount(world, order, -order.split.account)
  if (state === '3') receive(world, order, { ...NOTHING, cash: order.split.cash })
  if (state === '4') receive(world, order, { ...order.split, cash: 0n })
  if (state === '6') order.settlement = settlementOf(world, order)
  moveOrder(world, order, state)
  if (state === '6') settled(world, order, push)
}

function receive(world: World, order: Order, parts: Parts): void {
  order.paid = addParts(order.paid, parts)
  world.ledger.pay(parts)
}

function changeAccount(world: World, { idNo }: Order, fen: bigint): void {
  if (idNo !== undefined) world.people.changeBalance(idNo, fen)
}

function settlementOf(world: World, { split }: Order): SettlementRecord {
  return {
    settledAt: world.clock(),
    revsToken: world.random.hex(32),
    hiDocSn: insuranceOf(split) > 0n ? world.nextNumber('HI') : undefined,
  }
}

function settled(world: World, order: Order, push: PushMoment): void {
  world.counter.effect('payments')
  if (push === 'now') world.pushes.due(order)
  else world.later(() => world.pushes.due(order))
}

function canEnd(split: Parts, end: PaymentEnd): boolean {
  if (end === '16') return split.cash > 0n && insuranceOf(split) > 0n
  return end === '14' || end === '15' || wayToSettled(split).includes(end)
}

/** Computed again when the patient confirms: another order may have emptied the account since the pre-settlement. */
function splitOf(world: World, order: Order): Parts {
  const { total, medType, insutype, feeType, idNo, usesAccount } = order
  const accountBalance = usesAccount && idNo !== undefined ? world.people.balanceOf(idNo) : 0n
  const bill: BillToSplit = { total, accountBalance, medType, insutype, feeType }
  const { policy, settings } = world
  return policy === undefined ? splitByShare(bill, settings) : splitByPolicy(bill, policy)
}
