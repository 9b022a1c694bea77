import type { AgentContext } from '../agent-context.ts'
import type { Call, Reply } from '../http/endpoint.ts'
import { viewOf } from '../operations/entry.ts'
import type { OperationRequest } from '../operations/run-operation.ts'

/** Runs an operation for a call and puts what is known now of operation and order beside its answer. */
export async function replyOf(
  context: AgentContext,
  request: Omit<OperationRequest, 'scope' | 'perform'>,
  call: Pick<Call<unknown, unknown>, 'principal'>,
  perform: (signal: () => AbortSignal) => ReturnType<OperationRequest['perform']>,
): Promise<Reply> {
  const { runOperation, work, books } = context
  const scope = call.principal?.origin ?? 'program'
  // Not tied to the caller's connection: whoever closes the page has not withdrawn the payment.
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
