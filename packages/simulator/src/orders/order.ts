import type { OrdStas, RefdType, Yuan } from '@nationec/protocol'
import { yuanFromFen } from '@nationec/protocol'
import { inYuan, type Parts, type PartsInYuan } from '../money/parts.ts'

/** An order as the centre keeps it. The bill itself is not kept, only what later calls need. */
export interface Order {
  readonly payOrdId: string
  readonly payToken: string
  /** The institution of the envelope; a refund names no other. */
  readonly orgId: string
  readonly orgCodg: string
  readonly medOrgOrd: string
  readonly idNo: string | undefined
  readonly mdtrtId: string
  readonly chrgBchno: string
  readonly total: bigint
  readonly medType: string
  readonly insutype: string
  readonly feeType: string
  readonly usesAccount: boolean
  readonly uploadedAt: number
  ordStas: OrdStas
  readonly states: OrdStas[]
  /** Who is to pay what; zero until the pre-settlement, final from state 2 on. */
  split: Parts
  /** What really came in. */
  paid: Parts
  refunded: Parts
  /** Shown at the terminal, waiting for the patient. */
  waiting: boolean
  settlement: SettlementRecord | undefined
  readonly refunds: RefundSnapshot[]
  pushAttempts: number
}

/** What a settlement leaves behind for queries and pushes. */
export interface SettlementRecord {
  readonly settledAt: number
  readonly revsToken: string
  readonly hiDocSn: string | undefined
}

/** A refund that was done. */
export interface RefundSnapshot {
  readonly appRefdSn: string
  readonly payOrdId: string
  readonly refdSn: string
  readonly refdType: RefdType
  readonly total: Yuan
  readonly parts: PartsInYuan
  /** Milliseconds since 1970. */
  readonly refundedAt: number
  /** State of the order afterwards. */
  readonly ordStas: OrdStas
}

/** An order as tests and screens see it: no name, no number of a person, no token. */
export interface OrderSnapshot {
  readonly payOrdId: string
  readonly medOrgOrd: string
  readonly orgCodg: string
  readonly ordStas: OrdStas
  /** Every state so far, the present one last. */
  readonly states: readonly OrdStas[]
  readonly total: Yuan
  /** What the pre-settlement says who pays; zeros before it. */
  readonly split: PartsInYuan
  /** What came in. */
  readonly paid: PartsInYuan
  readonly refunded: PartsInYuan
  readonly refunds: readonly RefundSnapshot[]
  /** True while the terminal shows it and the patient has not acted. */
  readonly waiting: boolean
  /** Milliseconds since 1970. */
  readonly uploadedAt: number
  readonly settledAt: number | undefined
}

export function snapshotOf(order: Order): OrderSnapshot {
  const { payOrdId, medOrgOrd, orgCodg, ordStas, waiting, uploadedAt, settlement } = order
  return {
    payOrdId,
    medOrgOrd,
    orgCodg,
    ordStas,
    states: [...order.states],
    total: yuanFromFen(order.total),
    split: inYuan(order.split),
    paid: inYuan(order.paid),
    refunded: inYuan(order.refunded),
    refunds: [...order.refunds],
    waiting,
    uploadedAt,
    settledAt: settlement?.settledAt,
  }
}
