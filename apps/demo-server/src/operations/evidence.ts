import type { OrderState, Profile } from '@nationec/protocol'
import type { Books } from './books.ts'
import type { Entry } from './entry.ts'
import type { OperationKind, OperationOutcome } from './operation.ts'

/** What a query has told of an order. */
export type SeenState = OrderState & {
  readonly body: { readonly payOrdId?: string | undefined; readonly medOrgOrd?: string | undefined }
}

/**
 * Takes what a query has told: the state of the order, and what it proves of operations whose outcome was unknown.
 *
 * Only a proof closes one. That the state is as before proves nothing: the request may still be on its way.
 */
export async function takeEvidence(
  books: Books,
  profile: Profile,
  seen: SeenState,
  asked: SeenState['body'],
): Promise<void> {
  const payOrdId = seen.body.payOrdId ?? asked.payOrdId
  const medOrgOrd = seen.body.medOrgOrd ?? asked.medOrgOrd
  const amounts = 'amounts' in seen ? seen.amounts : undefined
  const { status, ordStas } = seen
  books.learn({ payOrdId, medOrgOrd, status, ordStas, amounts, total: amounts?.total }, { knownOnly: true })
  const order = books.orderEntry(payOrdId ?? '') ?? books.orderEntry(medOrgOrd ?? '')
  if (order !== undefined) order.queriedAt = books.clock()
  for (const entry of books.index.ofOrder({ payOrdId, medOrgOrd })) {
    if (entry.state !== 'unknown') continue
    const outcome = proofOf(kindOf(entry, profile), entry, seen)
    if (outcome !== undefined) {
      await books.resolve(entry, outcome, 'query', { ...entry.references, payOrdId, medOrgOrd })
    }
  }
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
function kindOf({ kind, references }: Entry, { transTypes }: Profile): OperationKind {
  if (kind !== 'raw') return kind
  switch (references.transType) {
    case transTypes.uploadFees:
      return 'upload'
    case transTypes.placeOrder:
      return 'place'
    case transTypes.revokeFees:
      return 'revoke'
    case transTypes.refund:
      return 'refund'
    default:
      return 'raw'
  }
}
