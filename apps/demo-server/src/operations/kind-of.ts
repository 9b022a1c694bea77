import { type Operation, operationOf, type Profile } from '@nationec/protocol'
import type { OperationKind } from '../model/operation.ts'

const KINDS: Partial<Record<Operation, OperationKind>> = {
  uploadFees: 'upload',
  placeOrder: 'place',
  revokeFees: 'revoke',
  refund: 'refund',
}

/** What a request with this transType does. */
export function kindOfTransType(profile: Profile, transType: string | undefined): OperationKind {
  const operation = transType === undefined ? undefined : operationOf(transType, profile)
  return (operation === undefined ? undefined : KINDS[operation]) ?? 'raw'
}
