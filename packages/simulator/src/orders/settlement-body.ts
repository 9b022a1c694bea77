import { type CallType, formatWireTime, type SetlType, type Yuan, yuanFromFen } from '@nationec/protocol'
import { insuranceOf } from '../money/parts.ts'
import type { Order } from './order.ts'

/** What queries and pushes tell of an order whose payment has begun to move; amounts are those before any refund. */
export interface SettlementBody {
  readonly feeSumamt: Yuan
  readonly ownPayAmt: Yuan
  readonly psnAcctPay: Yuan
  readonly fundPay: Yuan
  readonly setlType: SetlType
  readonly callType?: CallType
  readonly traceTime?: string
  readonly revsToken?: string
  readonly hiChrgTime?: string
  readonly hiDocSn?: string
}

export function settlementBody(order: Order): SettlementBody {
  const { split, settlement } = order
  const amounts = {
    feeSumamt: yuanFromFen(order.total),
    ownPayAmt: yuanFromFen(split.cash),
    psnAcctPay: yuanFromFen(split.account),
    fundPay: yuanFromFen(split.fund),
    setlType: setlTypeOf(order),
  }
  if (settlement === undefined) return amounts
  const { settledAt, revsToken, hiDocSn } = settlement
  const time = formatWireTime(settledAt)
  const insured = hiDocSn === undefined ? {} : { hiChrgTime: time, hiDocSn }
  return { ...amounts, callType: '02', traceTime: time, revsToken, ...insured }
}

function setlTypeOf({ split }: Order): SetlType {
  if (insuranceOf(split) === 0n && split.cash > 0n) return 'CASH'
  return split.cash === 0n && insuranceOf(split) > 0n ? 'HI' : 'ALL'
}
