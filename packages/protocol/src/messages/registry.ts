import { feeRevoke, feeUpload, placeOrder, refundOrder, settlementPush, settlementQuery } from './centre/index.ts'
import { authCheck, certGet, ecAuth, ecQuery, qrcodeGet, settleNotify, tokenCheck } from './credential/index.ts'
import { hosFeeRevoke, hosFeeUpload, hosInsuredQuery, hosPush, hosRefund, hosSettlementQuery } from './hos/index.ts'

/** Every message, by the name under which public material knows it. */
export const messages = {
  'ec.query': ecQuery,
  'cn.nhsa.qrcode.get': qrcodeGet,
  'cn.nhsa.ec.auth': ecAuth,
  'cn.nhsa.auth.check': authCheck,
  'cn.nhsa.cert.get': certGet,
  'cn.nhsa.settle.notify': settleNotify,
  localEcTokenCheck: tokenCheck,
  '6201': feeUpload,
  '6202': placeOrder,
  '6203': refundOrder,
  '6301': settlementQuery,
  '6302': settlementPush,
  '6401': feeRevoke,
  'hos.query.insu': hosInsuredQuery,
  'hos.upload.fee': hosFeeUpload,
  'hos.query': hosSettlementQuery,
  'hos.push': hosPush,
  'hos.revoke.order': hosFeeRevoke,
  'hos.refund.setl': hosRefund,
} as const

/** The names of the messages. */
export type MessageName = keyof typeof messages
