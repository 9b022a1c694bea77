import type { OperationRow, OrderRow, Sums } from '../store/rows.ts'
import { NOTHING, plus } from './sums.ts'

/** Where a refund of each type can lead from each state, by the names of the states. */
const MOVES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  CASH: { 6: ['7', '9', '10'], 8: ['7', '11'], 10: ['7', '9'], 11: ['7'] },
  HI: { 6: ['7', '8'], 9: ['7'], 10: ['11'] },
  ALL: { 6: ['7', '8', '9', '10', '11'], 8: ['7', '11'], 9: ['7'], 10: ['7', '9', '11'], 11: ['7'] },
}

/**
 * Whether a state proves that this refund was done: the order moved from the state before it to one that this refund, by
 * its type and its amounts, leads to, and nothing else that the ledger knows of can have moved it.
 *
 * The same state proves nothing: a second cash refund in part leaves 10 as it was, and the request may still be on its way.
 *
 * @param done the other refunds of the order that are known to be done
 */
export function provesRefund(
  refund: OperationRow,
  order: OrderRow,
  ordStas: string | undefined,
  done: readonly OperationRow[],
): boolean {
  const { before, turn, refdType = '', reserved } = refund
  if (before === undefined || ordStas === undefined || turn !== order.refunds) return false
  const [from, to] = [plainState(before), plainState(ordStas)]
  if (MOVES[refdType]?.[from]?.includes(to) !== true) return false
  if (order.paid === undefined || reserved === undefined || !isSplit(reserved)) return true
  const others = done.flatMap(({ reserved: sums }) => (sums === undefined ? [] : [sums]))
  if (!others.every(isSplit)) return true
  return statesAfter(order.paid, [...others, reserved].reduce(plus, NOTHING)).includes(to)
}

/** `06` and `6` are one state. */
function plainState(ordStas: string): string {
  return /^\d{1,4}$/.test(ordStas) ? String(Number(ordStas)) : ordStas
}

/** Whether the buckets say where the whole total comes from. */
function isSplit({ total, fund, account, cash }: Sums): boolean {
  return fund + account + cash === total
}

/** The states that what was paid and what was given back amount to; none when no state says it. */
function statesAfter(paid: Sums, refunded: Sums): readonly string[] {
  const insurance = shareOf(refunded.fund + refunded.account, paid.fund + paid.account)
  const cash = shareOf(refunded.cash, paid.cash)
  const has = { insurance: paid.fund + paid.account > 0n, cash: paid.cash > 0n }
  if (insurance === 'all' && cash === 'all')
    return has.insurance === has.cash ? ['7'] : ['7', has.insurance ? '8' : '9']
  if (has.insurance && insurance === 'all') return cash === 'none' ? ['8'] : ['11']
  if (insurance === 'part') return []
  if (has.cash && cash === 'all') return ['9']
  return cash === 'part' ? ['10'] : []
}

function shareOf(amount: bigint, whole: bigint): 'none' | 'part' | 'all' {
  if (amount === whole) return 'all'
  return amount === 0n ? 'none' : 'part'
}
