import { fenOf, type Yuan } from '../../money/yuan.ts'
import { sumOfFen } from './sums.ts'

/** How an answer says an order was paid. */
export interface SettlementAmounts {
  readonly feeSumamt: Yuan
  readonly ownPayAmt: Yuan
  readonly psnAcctPay: Yuan
  readonly fundPay: Yuan
  /** Other amounts, since V2.2.5 of the centre; hospPartAmt is a part of it and must not be added again. */
  readonly othFeeAmt?: Yuan | undefined
}

/**
 * Tells whether cash + account + funds (+ other amounts) are exactly the total.
 *
 * An answer that does not balance must not be booked: query again, then let a person look at it. `delvFee` stands
 * outside the total. Throws `MONEY_INVALID` when one of them is not an amount in yuan.
 *
 * @example
 * ```ts
 * import { amountsBalance, yuan } from '@nationec/protocol'
 *
 * const parts = { ownPayAmt: yuan('28.50'), psnAcctPay: yuan('40.00'), fundPay: yuan('60.00') }
 * console.log(amountsBalance({ feeSumamt: yuan('128.50'), ...parts })) // true
 * ```
 */
export function amountsBalance(amounts: SettlementAmounts): boolean {
  const { feeSumamt, ownPayAmt, psnAcctPay, fundPay, othFeeAmt } = amounts
  return sumOfFen([ownPayAmt, psnAcctPay, fundPay, othFeeAmt]) === fenOf(feeSumamt)
}
