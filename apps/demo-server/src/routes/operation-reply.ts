import type { Call, Reply } from '../http/endpoint.ts'
import type { Books } from '../operations/books.ts'
import { viewOf } from '../operations/entry.ts'
import type { OperationRequest } from '../operations/operation-request.ts'
import type { OperationRunner } from '../operations/run-operation.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'

/** What runs operations. */
export interface OperationContext {
  readonly runOperation: OperationRunner
  readonly books: Pick<Books, 'order'>
  readonly work: Pick<WorkInHand, 'track'>
}

/** Runs an operation for a call and puts what is known now of operation and order beside its answer. */
export async function replyOf(
  { runOperation, work, books }: OperationContext,
  request: Omit<OperationRequest, 'scope' | 'perform'>,
  call: Pick<Call<unknown, unknown>, 'principal'>,
  perform: (signal: () => AbortSignal) => ReturnType<OperationRequest['perform']>,
): Promise<Reply> {
  const scope = call.principal?.origin ?? 'program'
  // Not tied to the caller's connection: closing the page does not withdraw the payment.
  const reply = await work.track((signal) => runOperation({ ...request, scope, perform: () => perform(signal) }))
  const { status, body, problem, entry, replayed } = reply
  const { payOrdId, medOrgOrd } = entry.references
  const order = books.order(payOrdId ?? '') ?? books.order(medOrgOrd ?? '')
  return {
    status,
    problem,
    body: { ...body, operation: viewOf(entry), ...(order === undefined ? {} : { order }) },
    ...(replayed ? { headers: { 'Idempotent-Replayed': 'true' } } : {}),
  }
}
