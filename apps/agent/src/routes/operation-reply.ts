import type { CallOptions } from '@nationec/client'
import type { LedgerOperation, OperationOptions } from '@nationec/ledger'
import { type Members, operationAnswer } from '../answers/operation-answer.ts'
import { operationBody } from '../answers/operation-body.ts'
import { orderBodyOf } from '../answers/order-body.ts'
import type { Call, Reply } from '../http/endpoint.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { type CallOptionsQuery, callOptions } from './call-options.ts'

/** What runs operations. */
export interface OperationContext {
  readonly ledger: TillLedger
  readonly work: Pick<WorkInHand, 'track'>
  /** Hears how each operation has ended for the one who asked first. */
  readonly onEnd: (operation: LedgerOperation) => void
}

/** The call of an operation: whose key it is, and what a repetition is compared by. */
export type MoneyCall = Pick<Call<unknown, CallOptionsQuery>, 'principal' | 'query' | 'given' | 'key'>

/** How a call is run in the ledger; not tied to the caller's connection: closing the page does not withdraw the payment. */
export function runOperation<Operation>(
  { work }: Pick<OperationContext, 'work'>,
  { principal, query, given, key = '' }: MoneyCall,
  run: (options: OperationOptions & CallOptions) => Promise<Operation>,
): Promise<Operation> {
  const { notDuplicate: because } = query
  return work.track((signal) =>
    run({
      ...callOptions(query, signal()),
      key,
      scope: scopeOf(principal),
      request: given,
      ...(because === undefined ? {} : { notDuplicate: { because } }),
    }),
  )
}

/** Keys of two origins never meet. */
export const scopeOf = (principal: MoneyCall['principal']): string => principal?.origin ?? 'program'

/** Answers with what is known now of an operation, and puts operation and order beside it. */
export async function replyOf(
  { ledger, onEnd }: Pick<OperationContext, 'ledger' | 'onEnd'>,
  operation: LedgerOperation,
  { status, show }: { readonly status: number; readonly show: (answer: unknown) => Members },
): Promise<Reply> {
  if (!operation.repeated) onEnd(operation)
  const answer = operationAnswer(operation, status, show)
  return { ...answer, body: { ...answer.body, ...(await besides(ledger, operation)) }, headers: headersOf(operation) }
}

/** Operation and order, as they stand beside an answer. */
export async function besides(
  ledger: Pick<TillLedger, 'order' | 'operationsOf'>,
  operation: LedgerOperation,
): Promise<Members> {
  const order = operation.order === undefined ? undefined : await orderBodyOf(ledger, { id: operation.order })
  return { operation: operationBody(operation), ...(order === undefined ? {} : { order }) }
}

export const headersOf = ({ repeated }: LedgerOperation): Record<string, string> =>
  repeated ? { 'Idempotent-Replayed': 'true' } : {}
