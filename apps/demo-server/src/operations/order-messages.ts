import {
  feeRevoke,
  feeUpload,
  hosFeeRevoke,
  hosFeeUpload,
  hosRefund,
  hosSettlementQuery,
  type Message,
  type Profile,
  placeOrder,
  refundOrder,
  settlementQuery,
} from '@nationec/protocol'

/** The messages of the five interfaces in the generation of a profile. */
export interface OrderMessages {
  readonly upload: Message
  readonly query: Message
  readonly revoke: Message
  readonly refund: Message
  readonly place: Message
}

export function orderMessages({ generation }: Profile): OrderMessages {
  return generation === 'hos'
    ? { upload: hosFeeUpload, query: hosSettlementQuery, revoke: hosFeeRevoke, refund: hosRefund, place: placeOrder }
    : { upload: feeUpload, query: settlementQuery, revoke: feeRevoke, refund: refundOrder, place: placeOrder }
}
