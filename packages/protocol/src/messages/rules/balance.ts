import { fenOf } from '../../money/yuan.ts'
import { sumOfFen } from './sums.ts'

/** How an answer says an order was paid. */
export interface SettlementAmounts {
  readonly feeSumamt: string
  readonly ownPayAmt: string
  readonly psnAcctPay: string
  readonly fundPay: string
  /** Other amounts, since V2.2.5 of the centre; hospPartAmt is a part of it and must not be added again. */
  readonly othFeeAmt?: string | undefined
}

/**
 * Tells whether cash + account + funds (+ other amounts) are exactly the total.
 *
 * An answer that does not balance must not be booked: query again, then let a person look at it. `delvFee` stands
 * outside the total. Throws `MONEY_INVALID` when one of the texts is not an amount in yuan.
 *
 * @example
 * ```ts
 * import { amountsBalance } from '@nationec/protocol'
 *
 * const paid = { feeSumamt: '128.50', ownPayAmt: '28.50', psnAcctPay: '40.00', fundPay: '60.00' }
 * console.log(amountsBalance(paid)) // true
 * ```
 */
export function amountsBalance(amounts: SettlementAmounts): boolean {
  const { feeSumamt, ownPayAmt, psnAcctPay, fundPay, othFeeAmt } = amounts
  return sumOfFen([ownPayAmt, psnAcctPay, fundPay, othFeeAmt]) === fenOf(feeSumamt)
}
