import type { Profile } from '@nationec/protocol'
import type { OperationKind } from '../model/operation.ts'

/** What a request with this transType does. */
export function kindOfTransType({ transTypes }: Profile, transType: string | undefined): OperationKind {
  switch (transType) {
    case transTypes.uploadFees:
      return 'upload'
    case transTypes.placeOrder:
      return 'place'
    case transTypes.revokeFees:
      return 'revoke'
    case transTypes.refund:
      return 'refund'
    default:
      return 'raw'
  }
}
