import type { CallOptions } from '@nationec/client'
import type { LedgerOperation, OperationOptions } from '@nationec/ledger'
import { type Members, operationAnswer } from '../answers/operation-answer.ts'
import { operationBody } from '../answers/operation-body.ts'
import { orderBodyOf } from '../answers/order-body.ts'
import type { Call, Reply } from '../http/endpoint.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { MONEY, type RefundFacts, type TillPeople } from '../people/till-people.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { type CallOptionsQuery, callOptions } from './call-options.ts'

/** What runs operations. */
export interface OperationContext {
  readonly ledger: TillLedger
  readonly work: Pick<WorkInHand, 'track'>
  readonly people: TillPeople
  /** Hears how each operation has ended for the one who asked first. */
  readonly onEnd: (operation: LedgerOperation) => void
}

/** The call of an operation: whose key it is, and what a repetition is compared by. */
export type MoneyCall = Pick<Call<unknown, CallOptionsQuery>, 'principal' | 'query' | 'given' | 'key'>

/**
 * How a call is run in the ledger, with the operator who asks for it; not tied to the caller's connection: closing the page
 * does not withdraw the payment.
 *
 * @param refund what it gives back, where it does: over the limit it needs a second person
 * @throws `SIGN_ON_NEEDED`, `OPERATOR_REFUSED`, `APPROVAL_NEEDED`, `APPROVAL_INVALID`
 */
export async function runOperation<Operation>(
  { work, people, ledger }: Pick<OperationContext, 'work' | 'people' | 'ledger'>,
  { principal, query, given, key = '' }: MoneyCall,
  run: (options: OperationOptions & CallOptions) => Promise<Operation>,
  refund?: RefundFacts,
): Promise<Operation> {
  const { notDuplicate: because, approval } = query
  const operator = people.require(principal, MONEY)
  const scope = scopeOf(principal)
  if (refund !== undefined && !(await isKnown(ledger, { key, scope }))) {
    const before = refund.payOrdId === undefined ? undefined : await ledger.heldOf(refund.payOrdId)
    await people.checkRefund(operator, { ...refund, before, approval, key })
  }
  return work.track((signal) =>
    run({
      ...callOptions(query, signal()),
      ...{ key, scope, operator: operator?.number, request: given },
      ...(because === undefined ? {} : { notDuplicate: { because } }),
    }),
  )
}

/** A key that is known sends nothing: what became of it is told to every caller. */
async function isKnown(
  ledger: Pick<TillLedger, 'operation'>,
  name: { readonly key: string; readonly scope: string },
): Promise<boolean> {
  const operation = await ledger.operation(name)
  return operation !== undefined && operation.state !== 'free'
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
