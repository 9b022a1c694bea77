import { formatYuan, type OrderState, type Profile, settlementQuery } from '@nationec/protocol'
import type { OperationKind, OperationOutcome } from '../model/operation.ts'
import type { Books } from './books.ts'
import { checkAnswered } from './check-answered.ts'
import type { Entry } from './entry.ts'
import { kindOfTransType } from './kind-of.ts'

/** What a query has told of an order. */
export type SeenState = OrderState & {
  readonly body: { readonly payOrdId?: string | undefined; readonly medOrgOrd?: string | undefined }
}

/**
 * Takes what a query has told: the state of the order, and what it proves of operations whose outcome was unknown.
 *
 * Only a proof closes one. That the state is as before proves nothing: the request may still be on its way.
 *
 * @throws `ANSWER_INVALID` for an order that this agent knows under another bill
 */
export async function takeEvidence(
  books: Books,
  profile: Profile,
  seen: SeenState,
  asked: SeenState['body'],
): Promise<void> {
  const payOrdId = seen.body.payOrdId ?? asked.payOrdId
  const medOrgOrd = seen.body.medOrgOrd ?? asked.medOrgOrd
  checkAnswered(books, settlementQuery, { request: asked, body: seen.body })
  const amounts = 'amounts' in seen ? seen.amounts : undefined
  const total = amounts && formatYuan(amounts.total)
  const { status, ordStas } = seen
  books.learn({ payOrdId, medOrgOrd, status, ordStas, amounts, total }, { knownOnly: true })
  const order = books.orderEntry(payOrdId ?? '') ?? books.orderEntry(medOrgOrd ?? '')
  if (order !== undefined) order.queriedAt = books.clock()
  const entries = books.index.ofOrder({ payOrdId, medOrgOrd })
  // Undecided ones first: what they prove to own is no proof for another.
  const [open, denied] = [entries.filter(isUnknown), entries.filter(isDenied)]
  for (const entry of [...open, ...denied]) {
    const kind = kindOf(entry, profile)
    if (kind === 'upload' && belongsToAnother(entry, entries, profile, payOrdId)) continue
    if (isDenied(entry) && kind !== 'upload') continue
    const outcome = proofOf(kind, entry, seen)
    if (outcome !== undefined) {
      await books.resolve(entry, outcome, 'query', { ...entry.references, payOrdId, medOrgOrd })
    }
  }
}

function isUnknown({ state }: Entry): boolean {
  return state === 'unknown'
}

/** A person has said that nothing came of it. An upload whose order is there after all proves otherwise. */
function isDenied({ state, outcome, resolvedBy }: Entry): boolean {
  return state === 'closed' && outcome === 'not-done' && resolvedBy === 'person'
}

/**
 * Whether the order that a query has shown came from another upload of the same bill: one that was revoked before the
 * bill was uploaded again, for instance. It proves nothing of this upload then.
 */
function belongsToAnother(
  entry: Entry,
  entries: readonly Entry[],
  profile: Profile,
  payOrdId: string | undefined,
): boolean {
  return entries.some(
    (other) =>
      other !== entry &&
      kindOf(other, profile) === 'upload' &&
      (other.state === 'done' || (other.state === 'closed' && other.outcome === 'done')) &&
      (payOrdId === undefined || other.references.payOrdId === payOrdId),
  )
}

function proofOf(
  kind: OperationKind,
  { references }: Entry,
  { status, ordStas }: SeenState,
): OperationOutcome | undefined {
  switch (kind) {
    case 'upload':
      return 'done'
    case 'revoke':
      if (status === 'revoked') return 'done'
      return PAID.has(status) ? 'not-done' : undefined
    case 'place':
      if (PAID.has(status) || status === 'completing') return 'done'
      return status === 'revoked' ? 'not-done' : undefined
    case 'refund': {
      const moved = references.ordStasBefore !== undefined && references.ordStasBefore !== ordStas
      return moved && (status === 'partly-refunded' || status === 'refunded') ? 'done' : undefined
    }
    default:
      return undefined
  }
}

const PAID: ReadonlySet<string> = new Set(['settled', 'partly-refunded', 'refunded'])

/** A raw request is what its transType says. */
function kindOf({ kind, references }: Entry, profile: Profile): OperationKind {
  return kind === 'raw' ? kindOfTransType(profile, references.transType) : kind
}
