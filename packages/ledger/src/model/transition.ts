import type { OperationRow, OrderRow } from '../store/rows.ts'
import { decideOperation } from './decide-operation.ts'
import type { Draft } from './draft.ts'
import { endOperation, settleReserve } from './end-operation.ts'
import type { Fact } from './facts.ts'
import { needsPerson, nextQuestion } from './schedule.ts'
import { isOpen, type Story, wasDone } from './story.ts'
import { takeDone } from './take-done.ts'
import { takeLost } from './take-lost.ts'

/**
 * What a fact changes: the rules of the table of states, as one pure function over rows. It may be told twice, late, or in
 * any order; what was known for certain is never overwritten by something that is known less.
 */
export function takeFact(draft: Draft, story: Story, operation: OperationRow, fact: Fact): void {
  switch (fact.type) {
    case 'not-sent':
      if (operation.state !== 'running' || ![undefined, operation.owner].includes(fact.owner)) return
      notDone(draft, story, operation, 'free', 'not-sent', fact.failure)
      return
    case 'done':
      takeDone(draft, story, operation, fact)
      return
    case 'refused':
      takeRefused(draft, story, operation, fact)
      return
    case 'never-seen':
      takeNeverSeen(draft, story, operation)
      return
    case 'lost':
    case 'died':
      takeLost(draft, story, operation, fact)
      return
    case 'elsewhere':
      if (isOpen(operation)) draft.call('foreign-number', { operation, order: story.order })
      return
    case 'asked':
      if (operation.state === 'unknown') askLater(draft, story, operation, fact.hopeless === true)
      return
    case 'decided':
      decideOperation(draft, story, operation, fact)
  }
}

/** The operation is known not to have been done. */
function notDone(
  draft: Draft,
  { order }: Story,
  operation: OperationRow,
  state: 'free' | 'refused' | 'closed',
  event: string,
  failure?: { readonly code: string },
  proof?: 'answer' | 'memory',
): void {
  if (order !== undefined) settleReserve(draft, order, operation, false)
  const answer = failure === undefined ? undefined : JSON.stringify(failure)
  const outcome = state === 'closed' ? 'not-done' : undefined
  endOperation(draft, operation, { state, outcome, proof, code: failure?.code, answer, event })
  if (order !== undefined) billIsNotUploaded(draft, order, operation)
}

/** An order that was only ever expected from this upload does not exist. */
function billIsNotUploaded(draft: Draft, order: OrderRow, { kind }: OperationRow): void {
  const { status, payOrdId } = draft.now(order)
  if (kind !== 'upload' || status !== 'unknown' || payOrdId !== undefined) return
  draft.changeOrder(order, { status: 'not-uploaded' }, 'order')
}

function takeRefused(
  draft: Draft,
  story: Story,
  operation: OperationRow,
  { proof, failure }: Extract<Fact, { type: 'refused' }>,
): void {
  const { state, proof: known } = operation
  if (isOpen(operation)) notDone(draft, story, operation, 'refused', 'refused', failure, proof)
  if (!wasDone(operation)) return
  draft.call('late-truth', { operation, order: story.order }, { was: 'done', is: 'not-done', proof })
  // A query or an answer that says done stands against this one: only what a person has said is corrected.
  if (state === 'closed' && known === 'person')
    notDone(draft, story, operation, 'refused', 'late-truth', failure, proof)
}

function takeNeverSeen(draft: Draft, story: Story, operation: OperationRow): void {
  const { state } = operation
  if (isOpen(operation)) {
    const next = state === 'running' ? 'free' : 'closed'
    notDone(draft, story, operation, next, 'never-seen', undefined, 'memory')
  }
  if (!wasDone(operation)) return
  draft.call('late-truth', { operation, order: story.order }, { was: 'done', is: 'not-done', proof: 'memory' })
  if (operation.proof === 'person') notDone(draft, story, operation, 'closed', 'late-truth', undefined, 'memory')
}

/** A question proved nothing: ask later, and call a person when it has been too long, or when asking cannot help. */
function askLater(draft: Draft, { order }: Story, operation: OperationRow, hopeless: boolean): void {
  const { at, spread } = draft
  const unknownAt = operation.unknownAt ?? at
  const asked = operation.asked + 1
  const nextAt = nextQuestion(asked, unknownAt, at, spread)
  const next = draft.change(operation, { asked, nextAt, owner: undefined }, 'asked', { facts: { asked } })
  if (operation.kind === 'refund' && asked >= 3) draft.call('refund-unclear', { operation: next, order })
  else if (hopeless || nextAt === undefined || needsPerson(unknownAt, at))
    draft.call('outcome-unknown', { operation: next, order })
}
