import { type Yuan, yuanFromFen } from '@nationec/protocol'

/** The three buckets that pay a bill, in whole fen. */
export interface Parts {
  /** fundPay 医保基金支付 */
  readonly fund: bigint
  /** psnAcctPay 个人账户支出 */
  readonly account: bigint
  /** ownPayAmt 现金支付 */
  readonly cash: bigint
}

/** The same in yuan, for everybody outside. */
export interface PartsInYuan {
  readonly fund: Yuan
  readonly account: Yuan
  readonly cash: Yuan
}

export const NOTHING: Parts = { fund: 0n, account: 0n, cash: 0n }

export function addParts(left: Parts, right: Parts): Parts {
  return { fund: left.fund + right.fund, account: left.account + right.account, cash: left.cash + right.cash }
}

export function subtractParts(from: Parts, amount: Parts): Parts {
  return { fund: from.fund - amount.fund, account: from.account - amount.account, cash: from.cash - amount.cash }
}

export function sumOfParts({ fund, account, cash }: Parts): bigint {
  return fund + account + cash
}

/** Fund and account together: what the documents call the insurance side (医保). */
export function insuranceOf({ fund, account }: Parts): bigint {
  return fund + account
}

export function fitsInto(amount: Parts, limit: Parts): boolean {
  return amount.fund <= limit.fund && amount.account <= limit.account && amount.cash <= limit.cash
}

export function inYuan({ fund, account, cash }: Parts): PartsInYuan {
  return { fund: yuanFromFen(fund), account: yuanFromFen(account), cash: yuanFromFen(cash) }
}
