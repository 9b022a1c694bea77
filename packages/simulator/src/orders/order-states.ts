import type { OrdStas } from '@nationec/protocol'
import { insuranceOf, type Parts } from '../money/parts.ts'

/**
 * Which state may follow which.
 *
 * The states are known from one source, their order from their names: 16 (insurance failed, and so did giving the cash
 * back) says that cash is paid before insurance. 13 and 17 to 25 have no known way in and never occur here.
 */
export const legalMoves: Readonly<Partial<Record<OrdStas, readonly OrdStas[]>>> = {
  0: ['1', '12'],
  1: ['2', '12'],
  2: ['3', '4', '5', '12', '14', '15'],
  3: ['4', '5', '16'],
  4: ['5'],
  5: ['6', '7', '8', '9', '10', '11'],
  6: ['7', '8', '9', '10', '11'],
  8: ['7', '11'],
  9: ['7'],
  10: ['7', '9', '10', '11'],
  11: ['7', '11'],
}

/** The way of an order from the terminal's screen to the settled state. */
export function wayToSettled(split: Parts): OrdStas[] {
  const cash: OrdStas[] = split.cash > 0n ? ['3'] : []
  const insurance: OrdStas[] = insuranceOf(split) > 0n ? ['4'] : []
  return ['1', '2', ...cash, ...insurance, '5', '6']
}

/** The state that what was paid and what was given back amount to; `undefined` when no state says it. */
export function stateAfterRefund(paid: Parts, refunded: Parts, pureOrder: 'refunded' | 'by part'): OrdStas | undefined {
  const insurancePaid = insuranceOf(paid) > 0n
  const cashPaid = paid.cash > 0n
  const insurance = shareOf(insuranceOf(refunded), insuranceOf(paid))
  const cash = shareOf(refunded.cash, paid.cash)
  if (insurance === 'all' && cash === 'all') {
    if (pureOrder === 'by part' && insurancePaid !== cashPaid) return insurancePaid ? '8' : '9'
    return '7'
  }
  if (insurancePaid && insurance === 'all') return cash === 'none' ? '8' : '11'
  if (insurance === 'part') return undefined
  if (cashPaid && cash === 'all') return '9'
  return cash === 'part' ? '10' : undefined
}

function shareOf(amount: bigint, whole: bigint): 'none' | 'part' | 'all' {
  if (amount === whole) return 'all'
  return amount === 0n ? 'none' : 'part'
}
