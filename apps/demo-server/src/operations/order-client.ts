import type { CallOptions } from '@nationec/client'
import type { SeenState } from './evidence.ts'

/** A body in either generation, as far as the agent itself reads it. */
export interface OrderBody {
  readonly medOrgOrd?: string
  readonly payOrdId?: string
  readonly appRefdSn?: string
  readonly medfeeSumamt?: string
  readonly feeSumamt?: string
  readonly totlRefdAmt?: string
  readonly refdType?: string
}

/** The calls of a client about orders, with the bodies of the generation that its profile has chosen. */
export interface OrderClient {
  uploadFees(body: OrderBody, options: CallOptions): Promise<{ readonly payOrdId: string }>
  querySettlement(body: OrderBody, options: CallOptions): Promise<SeenState>
  placeOrder(body: OrderBody, options: CallOptions): Promise<SeenState>
  revokeFees(body: OrderBody, options: CallOptions): Promise<{ readonly success?: string | undefined }>
  refund(body: OrderBody, options: CallOptions): Promise<{ readonly refStatus: string }>
}
