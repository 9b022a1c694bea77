import type { Amounts } from '@nationec/browser'
import { asYuan, isNothing, isRefund, NONE, sum } from '../shared/money.ts'

export type RefundKind = 'CASH' | 'HI' | 'ALL'

/** What a refund gives back by bucket, out of what is left; `undefined` where there is nothing, or the text is no amount. */
export function refundOf(kind: RefundKind, left: Amounts, cash: string): Amounts | undefined {
  if (kind === 'CASH' && !isRefund(cash, left.cash)) return undefined
  const given = { ...NONE, fund: left.fund, account: left.account }
  const parts =
    kind === 'CASH' ? { ...NONE, cash: asYuan(cash) } : kind === 'HI' ? given : { ...given, cash: left.cash }
  const { fund, account, cash: money } = parts
  const { total } = sum([fund, account, money].map((amount) => ({ ...NONE, total: amount })))
  return isNothing(total) ? undefined : { ...parts, total }
}

/** The form as the agent takes it; parts that are nothing stay out. */
export function formOf(kind: RefundKind, { total, fund, account, cash }: Amounts) {
  const some = (amount: string) => (isNothing(amount) ? undefined : amount)
  return {
    refdType: kind,
    totlRefdAmt: total,
    fundRefdAmt: some(fund),
    psnAcctRefdAmt: some(account),
    cashRefdAmt: some(cash),
  }
}
