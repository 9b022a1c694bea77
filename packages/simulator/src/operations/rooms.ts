import type { Profile } from '@nationec/protocol'
import {
  authoriseFace,
  checkAuthorisation,
  notifySettlement,
  queryCredential,
  queryInsured,
  readIdCard,
  scanQrCode,
} from './credential-rooms.ts'
import type { Room } from './operation.ts'
import type { SimulatedOperation } from './operation-name.ts'
import { placeOrder } from './place-order.ts'
import { hosQuerySettlement, querySettlement } from './query-settlement.ts'
import { hosGiveBack, refund } from './refund.ts'
import { hosRevokeFees, revokeFees } from './revoke-fees.ts'
import { hosUploadFees, uploadFees } from './upload-fees.ts'

const shared = {
  queryCredential,
  scanQrCode,
  authoriseFace,
  checkAuthorisation,
  readIdCard,
  notifySettlement,
  placeOrder,
  queryInsured,
}

/** The rooms of each generation. */
const roomsOf: Readonly<Record<Profile['generation'], Readonly<Record<SimulatedOperation, Room>>>> = {
  centre: { ...shared, uploadFees, querySettlement, revokeFees, refund },
  hos: {
    ...shared,
    uploadFees: hosUploadFees,
    querySettlement: hosQuerySettlement,
    revokeFees: hosRevokeFees,
    refund: hosGiveBack,
  },
}

/** Which operation a transType is, as the profile says; a name that it gives twice means the first. */
export function operationsByTransType({ transTypes }: Profile): Map<string, SimulatedOperation> {
  const operations = new Map<string, SimulatedOperation>()
  for (const [operation, transType] of Object.entries(transTypes)) {
    if (!operations.has(transType)) operations.set(transType, operation as SimulatedOperation)
  }
  // No profile names it, because the client has no method for it.
  if (!operations.has('hos.query.insu')) operations.set('hos.query.insu', 'queryInsured')
  return operations
}

export function roomOf(profile: Profile, operation: SimulatedOperation): Room {
  return roomsOf[profile.generation][operation]
}
