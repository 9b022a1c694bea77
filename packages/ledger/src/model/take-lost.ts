import type { OperationRow } from '../store/rows.ts'
import type { Draft } from './draft.ts'
import type { Fact } from './facts.ts'
import { nextQuestion } from './schedule.ts'
import type { Story } from './story.ts'

/** What became of it is not known: the first question is due at once. */
export function takeLost(
  draft: Draft,
  { order }: Story,
  operation: OperationRow,
  fact: Extract<Fact, { type: 'lost' | 'died' }>,
): void {
  if (operation.state !== 'running') return
  const person = fact.type === 'lost' ? fact.person : undefined
  const unknown = draft.change(
    operation,
    {
      state: 'unknown',
      code: fact.failure.code,
      unknownAt: draft.at,
      asked: 0,
      nextAt: nextQuestion(0, draft.at, draft.at, draft.spread),
      owner: undefined,
    },
    fact.type,
    { facts: { code: fact.failure.code }, answer: JSON.stringify(fact.failure) },
  )
  if (person !== undefined) draft.call(person, { operation: unknown, order })
}
