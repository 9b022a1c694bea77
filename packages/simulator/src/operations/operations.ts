import { defaultProfile, hosInsuredQuery, type Operation, type Profile, tokenCheck } from '@nationec/protocol'

/** What the simulator answers to: the operations of a profile, the query of the insured person and the check of a token. */
export type SimulatedOperation = Operation | 'queryInsured' | 'checkToken'

/** Every operation, for checks and menus. */
export const simulatedOperations: readonly string[] = [
  ...Object.keys(defaultProfile.transTypes),
  'queryInsured',
  'checkToken',
]

/** Which operation a transType is, as the profile says; a name that it gives twice means the first. */
export function operationsByTransType({ transTypes }: Profile): Map<string, SimulatedOperation> {
  const operations = new Map<string, SimulatedOperation>()
  for (const [operation, transType] of Object.entries(transTypes)) {
    if (!operations.has(transType)) operations.set(transType, operation as SimulatedOperation)
  }
  // No profile names it, because the client has no method for it.
  if (!operations.has(hosInsuredQuery.name)) operations.set(hosInsuredQuery.name, 'queryInsured')
  // It has no transType: the reader of its bare body gives it the name of its message.
  operations.set(tokenCheck.name, 'checkToken')
  return operations
}
