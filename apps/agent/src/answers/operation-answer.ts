import type { LedgerOperation } from '@nationec/ledger'
import { agentError } from '../errors/agent-error.ts'
import type { Reply } from '../http/endpoint.ts'
import { describeError, describeFailure } from '../http/problem.ts'

/** What an operation answers, as it is known now: the answer itself, or a problem. */
export type OperationAnswer = Required<Pick<Reply, 'status' | 'problem'>> & {
  readonly body: Readonly<Record<string, unknown>>
}

/** The members that an answer of the terminal becomes. */
export type Members = Readonly<Record<string, unknown>>

/**
 * Status and body of an operation, derived from what is known of it at this moment: a key whose upload was proved since
 * answers 201 with what the proof tells, and not the time-out of that day.
 *
 * @param status of one that was done
 * @param show what the whole answer becomes in the body
 */
export function operationAnswer(
  operation: LedgerOperation,
  status: number,
  show: (answer: unknown) => Members,
): OperationAnswer {
  switch (operation.state) {
    case 'done':
      return done(status, operation.proof === 'query' ? proved(operation) : show(operation.answer))
    case 'closed':
      if (operation.outcome === 'done') return done(status, proved(operation))
      return { ...describeError(agentError('OPERATION_NOT_DONE')), problem: true }
    case 'running':
      return { ...describeError(agentError('KEY_IN_FLIGHT')), problem: true }
    case 'free':
    case 'refused':
    case 'unknown':
      return { ...describeFailure(operation.failure ?? agentError('OPERATION_NOT_DONE')), problem: true }
  }
}

const done = (status: number, body: Members): OperationAnswer => ({ status, body, problem: false })

/** The terminal's own answer is lost: the number of the order is what is left. */
const proved = ({ payOrdId }: LedgerOperation): Members => (payOrdId === undefined ? {} : { payOrdId })
