import {
  feeRevoke,
  feeUpload,
  hosFeeRevoke,
  hosFeeUpload,
  hosRefund,
  hosSettlementQuery,
  type Message,
  messages,
  type Operation,
  type Profile,
  placeOrder,
  refundOrder,
  settlementQuery,
} from '@nationec/protocol'

/** The message that an operation sends under a profile, whose generation decides the bodies. */
export function messageOf(operation: Operation, { generation }: Profile): Message {
  return (generation === 'hos' ? HOS[operation] : undefined) ?? CENTRE[operation]
}

/**
 * The message behind a transType: first as the profile has it on the wire, then by the name of public material;
 * `undefined` for one that nobody has described.
 */
export function findMessage(transType: string, profile: Profile): Message | undefined {
  const operations = Object.entries(profile.transTypes) as [Operation, string][]
  const operation = operations.find(([, onTheWire]) => onTheWire === transType)?.[0]
  if (operation !== undefined) return messageOf(operation, profile)
  return Object.hasOwn(messages, transType) ? messages[transType as keyof typeof messages] : undefined
}

const CENTRE: Readonly<Record<Operation, Message>> = {
  queryCredential: messages['ec.query'],
  scanQrCode: messages['cn.nhsa.qrcode.get'],
  authoriseFace: messages['cn.nhsa.ec.auth'],
  checkAuthorisation: messages['cn.nhsa.auth.check'],
  readIdCard: messages['cn.nhsa.cert.get'],
  notifySettlement: messages['cn.nhsa.settle.notify'],
  uploadFees: feeUpload,
  placeOrder,
  querySettlement: settlementQuery,
  revokeFees: feeRevoke,
  refund: refundOrder,
}

const HOS: Partial<Record<Operation, Message>> = {
  uploadFees: hosFeeUpload,
  querySettlement: hosSettlementQuery,
  revokeFees: hosFeeRevoke,
  refund: hosRefund,
}
