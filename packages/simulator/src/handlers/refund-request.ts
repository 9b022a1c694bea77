import type { Yuan } from '@nationec/protocol'

/** What both generations say of a refund. */
export interface RefundRequest {
  readonly payOrdId: string
  readonly appRefdSn: string
  readonly refdType: string
  readonly totlRefdAmt: Yuan
  readonly fundRefdAmt?: Yuan | undefined
  readonly psnAcctRefdAmt?: Yuan | undefined
  readonly cashRefdAmt?: Yuan | undefined
  readonly ecToken?: string | undefined
  readonly payAuthNo?: string | undefined
}
