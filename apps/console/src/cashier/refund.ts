import type { Amounts, Order, RefundBody } from '@nationec/browser'
import { addYuan, fenOf, formatYuan, isYuan, yuan } from '@nationec/protocol'

export type RefundKind = 'CASH' | 'HI' | 'ALL'

/** What a refund gives back, by where it was paid from. */
export function refundOf(kind: RefundKind, paid: Amounts, cash: string): Amounts {
  const none = yuan('0.00')
  const fund = kind === 'CASH' ? none : yuan(paid.fund)
  const account = kind === 'CASH' ? none : yuan(paid.account)
  const given = kind === 'HI' ? none : yuan(kind === 'ALL' ? paid.cash : cash)
  return {
    total: formatYuan(addYuan(fund, account, given)),
    fund: formatYuan(fund),
    account: formatYuan(account),
    cash: formatYuan(given),
  }
}

/** Whether a text is an amount that may be given back in cash. */
export function isCashRefund(cash: string, most: string): boolean {
  return isYuan(cash) && fenOf(cash) > 0n && fenOf(cash) <= fenOf(most)
}

/** The body of the refund; parts that are nothing stay out. */
export function refundBody(order: Order, kind: RefundKind, back: Amounts, ecToken: string | undefined): RefundBody {
  const some = (amount: string) => (fenOf(amount) === 0n ? undefined : amount)
  const parts = {
    fundRefdAmt: some(back.fund),
    psnAcctRefdAmt: some(back.account),
    cashRefdAmt: some(back.cash),
    ecToken,
  }
  return { payOrdId: order.payOrdId ?? '', refdType: kind, totlRefdAmt: back.total, ...parts }
}
