import {
  authCheck,
  certGet,
  ecAuth,
  ecQuery,
  feeRevoke,
  feeUpload,
  hosFeeRevoke,
  hosFeeUpload,
  hosRefund,
  hosSettlementQuery,
  type Message,
  messages,
  placeOrder,
  qrcodeGet,
  refundOrder,
  settlementQuery,
  settleNotify,
} from '../messages/index.ts'
import type { Operation, Profile } from '../profile/profile.ts'

const CENTRE: Readonly<Record<Operation, Message>> = {
  queryCredential: ecQuery,
  scanQrCode: qrcodeGet,
  authoriseFace: ecAuth,
  checkAuthorisation: authCheck,
  readIdCard: certGet,
  notifySettlement: settleNotify,
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

/** The message that an operation sends under a profile, whose generation decides the bodies. */
export function messageOf(operation: Operation, { generation }: Pick<Profile, 'generation'>): Message {
  return (generation === 'hos' ? HOS[operation] : undefined) ?? CENTRE[operation]
}

/**
 * The operation behind a transType: first as the profile has it on the wire (a name that it gives twice means the first),
 * then by the name of public material. `undefined` for a transType that neither knows.
 */
export function operationOf(transType: string, { transTypes }: Pick<Profile, 'transTypes'>): Operation | undefined {
  const operations = Object.keys(CENTRE) as Operation[]
  return (
    operations.find((operation) => transTypes[operation] === transType) ??
    operations.find((operation) => CENTRE[operation].name === transType || HOS[operation]?.name === transType)
  )
}

/**
 * The message behind a transType: first as the profile has it on the wire, then by the name of public material;
 * `undefined` for one that neither knows.
 *
 * @example
 * ```ts
 * import { defaultProfile, findMessage } from '@nationec/protocol'
 *
 * console.log(findMessage('hos.upload.fee', defaultProfile)?.name) // 6201
 * console.log(findMessage('ec.query', defaultProfile)?.moves) // nothing
 * ```
 */
export function findMessage(
  transType: string,
  profile: Pick<Profile, 'generation' | 'transTypes'>,
): Message | undefined {
  const onTheWire = Object.values(profile.transTypes).includes(transType)
  const operation = onTheWire ? operationOf(transType, profile) : undefined
  if (operation !== undefined) return messageOf(operation, profile)
  return Object.hasOwn(messages, transType) ? messages[transType as keyof typeof messages] : undefined
}
