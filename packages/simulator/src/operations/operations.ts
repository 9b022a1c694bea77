import type { Operation, Profile } from '@nationec/protocol'

/** What the simulator answers to: the operations of a profile, and the query of the insured person. */
export type SimulatedOperation = Operation | 'queryInsured'

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
