import type {
  feeRevoke,
  feeUpload,
  Message,
  OrderState,
  placeOrder,
  RequestOf,
  ResponseOf,
  refundOrder,
  settlementQuery,
} from '@nationec/protocol'
import type { CentreCallOptions } from './options.ts'

/** A request body without what the client fills in. */
export type CentreParametersOf<M extends Message, Optional extends string = never> = OptionalFields<
  RequestOf<M>,
  'orgCodg' | Optional
>

type OptionalFields<Body, Names extends string> = Omit<Body, Names> & Partial<Pick<Body, Names & keyof Body>>

/** The state of an order, and the whole body of the answer that it was read from. Amounts exist only where they prove it. */
export type CentreSettlement<Body> = OrderState & { readonly body: Body }

export type UploadFeesParameters = CentreParametersOf<typeof feeUpload>
export type UploadFeesResult = ResponseOf<typeof feeUpload>
export type PlaceOrderParameters = CentreParametersOf<typeof placeOrder>
export type PlaceOrderResult = CentreSettlement<ResponseOf<typeof placeOrder>>
export type RefundParameters = CentreParametersOf<typeof refundOrder, 'appRefdTime'>
export type RefundResult = ResponseOf<typeof refundOrder>
export type QuerySettlementParameters = CentreParametersOf<typeof settlementQuery>
export type QuerySettlementResult = CentreSettlement<ResponseOf<typeof settlementQuery>>
export type RevokeFeesParameters = CentreParametersOf<typeof feeRevoke>
export type RevokeFeesResult = ResponseOf<typeof feeRevoke>

/**
 * The payment centre, one method per interface, over HTTP.
 *
 * Every method rejects with an error of nationec and never throws: `ProtocolError` (the request is wrong, or the answer
 * lacks something), `CentreError` (the way, or an answer that proves nothing), `BusinessError` (it answered, and
 * refused). Read `delivery` first. Nothing is ever repeated by itself.
 */
export interface CentreClient {
  /** 费用明细上传 (6201, clause 4.1): uploads a bill and gives `payOrdId` and `payToken`. */
  uploadFees(parameters: UploadFeesParameters, options?: CentreCallOptions): Promise<UploadFeesResult>
  /** 支付下单 (6202): pays an uploaded order with the patient's `payAuthNo`. */
  placeOrder(parameters: PlaceOrderParameters, options?: CentreCallOptions): Promise<PlaceOrderResult>
  /** 医保退费 (6203, clause 4.5): gives money of a settled order back. `appRefdSn` is yours: store it before the call. */
  refund(parameters: RefundParameters, options?: CentreCallOptions): Promise<RefundResult>
  /** 医保订单结算结果查询 (6301, clause 4.2): the state of an order. Safe to repeat; the only right step after `unknown`. */
  querySettlement(parameters: QuerySettlementParameters, options?: CentreCallOptions): Promise<QuerySettlementResult>
  /** 费用明细上传撤销 (6401, clause 4.4): withdraws a bill that is not settled; a body may hold `success` `false`. Query after it. */
  revokeFees(parameters: RevokeFeesParameters, options?: CentreCallOptions): Promise<RevokeFeesResult>
  /** 流水号 (clause 2.2.3): a number that no other call, process or till makes; for `medOrgOrd`, `orgBizSer`, `appRefdSn`. */
  serialNumber(): string
}
