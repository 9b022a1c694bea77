import type { Profile } from '@nationec/protocol'
import type { SimulatedOperation } from '../operations/operations.ts'
import {
  authoriseFace,
  checkAuthorisation,
  checkToken,
  notifySettlement,
  queryCredential,
  queryInsured,
  readIdCard,
  scanQrCode,
} from './credential-handlers.ts'
import type { Handler } from './handler.ts'
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
  checkToken,
  readIdCard,
  notifySettlement,
  placeOrder,
  queryInsured,
}

/** The handlers of each generation. */
const handlersOf: Readonly<Record<Profile['generation'], Readonly<Record<SimulatedOperation, Handler>>>> = {
  centre: { ...shared, uploadFees, querySettlement, revokeFees, refund },
  hos: {
    ...shared,
    uploadFees: hosUploadFees,
    querySettlement: hosQuerySettlement,
    revokeFees: hosRevokeFees,
    refund: hosGiveBack,
  },
}

/** The handler of an operation, in the generation of the profile. */
export function handlerOf(profile: Profile, operation: SimulatedOperation): Handler {
  return handlersOf[profile.generation][operation]
}
