import type { Order, RefundSnapshot } from './order.ts'

/** The first result of a refund, kept for `duplicateAppRefdSn: 'replays'`. */
export interface RefundEntry {
  readonly fingerprint: string
  readonly refund: RefundSnapshot
  readonly hiFefdSn: string | undefined
}

/** Everything the centre has on its books. Every lookup is by key: a call never walks over the orders. */
export interface OrderBook {
  add(order: Order): void
  find(payOrdId: string): Order | undefined
  /** The newest order of an institution under its own number. */
  findByNumber(orgCodg: string, medOrgOrd: string): Order | undefined
  /** The newest order under that number, of any institution. */
  findByNumberAnywhere(medOrgOrd: string): Order | undefined
  all(): Iterable<Order>
  addRefund(orgId: string, entry: RefundEntry): void
  findRefund(orgId: string, appRefdSn: string): RefundEntry | undefined
  refunds(): Iterable<RefundEntry>
  /** Takes an orgBizSer; `false` when it was taken before. */
  takeBusinessNumber(orgCodg: string, orgBizSer: string): boolean
}

export function createOrderBook(): OrderBook {
  const byId = new Map<string, Order>()
  const byNumber = new Map<string, Order[]>()
  const refunds = new Map<string, RefundEntry>()
  const businessNumbers = new Set<string>()
  return {
    add(order) {
      byId.set(order.payOrdId, order)
      const same = byNumber.get(order.medOrgOrd)
      if (same === undefined) byNumber.set(order.medOrgOrd, [order])
      else same.push(order)
    },
    find: (payOrdId) => byId.get(payOrdId),
    findByNumber: (orgCodg, medOrgOrd) => byNumber.get(medOrgOrd)?.findLast((order) => order.orgCodg === orgCodg),
    findByNumberAnywhere: (medOrgOrd) => byNumber.get(medOrgOrd)?.at(-1),
    all: () => byId.values(),
    addRefund: (orgId, entry) => void refunds.set(keyOf(orgId, entry.refund.appRefdSn), entry),
    findRefund: (orgId, appRefdSn) => refunds.get(keyOf(orgId, appRefdSn)),
    refunds: () => refunds.values(),
    takeBusinessNumber(orgCodg, orgBizSer) {
      const key = keyOf(orgCodg, orgBizSer)
      if (businessNumbers.has(key)) return false
      businessNumbers.add(key)
      return true
    },
  }
}

/** With the length in front, two pairs never make one key, with any characters. */
function keyOf(institution: string, number: string): string {
  return `${institution.length}:${institution}${number}`
}
