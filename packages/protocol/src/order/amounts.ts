import type { UnreadFields } from '../errors/unread-fields.ts'
import { amountsBalance } from '../messages/rules/balance.ts'
import { fenOf, type Yuan } from '../money/yuan.ts'

/** How an order was paid, in yuan: `fund` + `account` + `cash` + `other` = `total`. */
export interface OrderAmounts {
  /** feeSumamt 费用总额 */
  readonly total: Yuan
  /** fundPay 医保基金支付 */
  readonly fund: Yuan
  /** psnAcctPay 个人账户支出 */
  readonly account: Yuan
  /** ownPayAmt 现金支付 */
  readonly cash: Yuan
  /** othFeeAmt 其他费用 (newer editions only) */
  readonly other?: Yuan
}

/** The payment centre's own names of the amounts. */
export interface WireAmounts extends UnreadFields {
  readonly feeSumamt?: Yuan | undefined
  readonly fundPay?: Yuan | undefined
  readonly psnAcctPay?: Yuan | undefined
  readonly ownPayAmt?: Yuan | undefined
  readonly othFeeAmt?: Yuan | undefined
}

/**
 * The amounts of an answer, `missing` unless all four are there, `disagree` unless they sum to the total and none is
 * negative: a part below zero makes another one look greater than what was paid. An `othFeeAmt` that came and could not be
 * read leaves the sum open, so the amounts disagree then.
 */
export function readAmounts(wire: WireAmounts): OrderAmounts | 'missing' | 'disagree' {
  const { feeSumamt: total, fundPay: fund, psnAcctPay: account, ownPayAmt: cash, othFeeAmt: other } = wire
  if (total === undefined || fund === undefined || account === undefined || cash === undefined) return 'missing'
  const balance = amountsBalance({
    feeSumamt: total,
    fundPay: fund,
    psnAcctPay: account,
    ownPayAmt: cash,
    othFeeAmt: other,
  })
  const open = wire.unreadFields?.some(({ path }) => /(^|\.)othFeeAmt$/.test(path)) === true
  const negative = [total, fund, account, cash, other].some((amount) => amount !== undefined && fenOf(amount) < 0n)
  if (negative || open || !balance) return 'disagree'
  return { total, fund, account, cash, ...(other === undefined ? {} : { other }) }
}
