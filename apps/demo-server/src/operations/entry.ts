import type { Place } from '../journal/journal.ts'
import type { Operation, OperationKind, OperationOutcome, OperationState } from '../model/operation.ts'
import type { References } from '../model/references.ts'

/** An operation as the books keep it. */
export interface Entry {
  readonly id: string
  readonly scope: string
  readonly key: string
  readonly kind: OperationKind
  /** Of the request: the same key with another digest is another request. */
  readonly digest: string
  readonly startedAt: number
  references: References
  state: OperationState
  outcome: OperationOutcome | undefined
  resolvedBy: Operation['resolvedBy']
  endedAt: number | undefined
  code: string | undefined
  /** Where the answer lies in the journal. */
  answer: Place | undefined
  /** While it runs in this process. */
  running: Promise<void> | undefined
}

/** An operation that may still have an unknown effect. */
export function isOpen({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'running' || state === 'unknown'
}

export function viewOf(entry: Entry): Operation {
  const { id, key, kind, state, outcome, resolvedBy, startedAt, endedAt, code } = entry
  const { medOrgOrd, payOrdId, appRefdSn, refdSn, transType, amount } = entry.references
  return {
    id,
    key,
    kind,
    state,
    ...defined({ outcome, resolvedBy, medOrgOrd, payOrdId, appRefdSn, refdSn, transType, amount, code }),
    startedAt: new Date(startedAt).toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt).toISOString() }),
  }
}

/** Leaves out what is not known. */
function defined<Members extends object>(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members
}

/** Two open operations on one bill, or on one order, must not be: each of these is one. */
export function subjectsOf({ medOrgOrd, payOrdId }: References): string[] {
  return [
    ...(medOrgOrd === undefined ? [] : [`bill ${medOrgOrd}`]),
    ...(payOrdId === undefined ? [] : [`order ${payOrdId}`]),
  ]
}
