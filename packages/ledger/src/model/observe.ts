import type { OperationRow, OrderRow } from '../store/rows.ts'
import { adopt } from './adopt.ts'
import type { Draft } from './draft.ts'
import { endOperation, settleReserve } from './end-operation.ts'
import type { Asked, SeenState } from './facts.ts'
import { provesRefund } from './refund-proof.ts'
import { isOpen, type Story, wasDone } from './story.ts'
import { type Taken, takeState } from './take-state.ts'

/**
 * Takes what a query has told: the state of the order, and what it proves of operations whose outcome was unknown when it
 * was asked. Only a proof ends one; that the state is as before proves nothing.
 */
export function observe(draft: Draft, story: Story, seen: SeenState, asked: Asked): Taken | 'foreign' {
  const { owner } = story
  const order = adopt(draft, story, seen.payOrdId)
  if (order === undefined) return 'stale'
  const { payOrdId, medOrgOrd } = seen
  const isOthers = owner !== undefined && owner.id !== order.id
  const differs = (known: string | undefined, told: string | undefined): boolean =>
    known !== undefined && told !== undefined && known !== told
  if (isOthers || differs(order.payOrdId, payOrdId) || differs(order.medOrgOrd, medOrgOrd)) {
    // The same bill: an order of an earlier upload, which proves nothing of this one.
    if (isOthers && owner.medOrgOrd === order.medOrgOrd && !differs(order.medOrgOrd, medOrgOrd)) return 'stale'
    draft.call('foreign-number', { order })
    return 'foreign'
  }
  if (draft.now(order).payOrdId === undefined && payOrdId !== undefined)
    draft.changeOrder(order, { payOrdId }, 'order-found')
  const taken = takeState(draft, story, order, seen, asked)
  // The upload is proved by the order itself, in any state.
  const provable = story.operations.filter(({ id }) => asked.provable.includes(id))
  proveUploads(draft, story, order, provable, payOrdId)
  if (taken === 'taken') proveOthers(draft, story, order, provable, seen)
  const { status } = draft.now(order)
  if (taken === 'taken' && status === 'pending' && isWithoutToken(draft, story)) draft.call('token-lost', { order })
  // A till that waits for its patient asks every few seconds: what changes nothing is not written.
  if (draft.writes().length > 0)
    draft.changeOrder(order, { seenAt: draft.at }, 'order-seen', { status: seen.status, ordStas: seen.ordStas ?? null })
  return taken
}

/** An order exists: the upload that was sent for it was done, unless another one of this bill was. */
function proveUploads(
  draft: Draft,
  { operations }: Story,
  order: OrderRow,
  provable: readonly OperationRow[],
  payOrdId: string | undefined,
): void {
  const uploads = operations.filter(({ kind }) => kind === 'upload')
  if (uploads.some(wasDone)) return
  const open = provable.find((operation) => operation.kind === 'upload' && operation.state === 'unknown')
  const denied = provable.find((operation) => operation.kind === 'upload' && saidNotDone(operation))
  const proved = open ?? denied
  if (proved === undefined) return
  prove(draft, order, proved, 'done', payOrdId ?? draft.now(order).payOrdId)
}

function saidNotDone({ state, outcome }: OperationRow): boolean {
  return (state === 'closed' && outcome === 'not-done') || state === 'free'
}

function proveOthers(
  draft: Draft,
  { operations }: Story,
  order: OrderRow,
  provable: readonly OperationRow[],
  { status, ordStas }: SeenState,
): void {
  for (const operation of provable) {
    const decided = operation.state === 'closed' && operation.proof === 'person'
    if (operation.state !== 'unknown' && !decided) continue
    const outcome = proofOf(draft, operation, order, operations, status, ordStas)
    if (outcome === undefined || (decided && !corrects(operation, outcome))) continue
    prove(draft, order, operation, outcome)
  }
}

const PAID: ReadonlySet<string> = new Set(['settled', 'partly-refunded', 'refunded'])

function proofOf(
  draft: Draft,
  operation: OperationRow,
  order: OrderRow,
  operations: readonly OperationRow[],
  status: string,
  ordStas: string | undefined,
): 'done' | 'not-done' | undefined {
  switch (operation.kind) {
    case 'revoke':
      if (status === 'revoked') return 'done'
      return PAID.has(status) ? 'not-done' : undefined
    case 'place':
      if (PAID.has(status) || status === 'completing') return 'done'
      return status === 'revoked' ? 'not-done' : undefined
    case 'refund': {
      const done = operations.filter((other) => other.kind === 'refund' && other.id !== operation.id && wasDone(other))
      return provesRefund(operation, draft.now(order), ordStas, done) ? 'done' : undefined
    }
    default:
      return undefined
  }
}

/**
 * Whether a query corrects what a person has said. That the order is paid, or revoked, may have come of something else
 * than this operation: then only the denial that cannot be true is corrected.
 */
function corrects({ kind, outcome }: OperationRow, proved: 'done' | 'not-done'): boolean {
  return outcome === 'done' && proved === 'not-done' && kind !== 'refund'
}

function prove(
  draft: Draft,
  order: OrderRow,
  operation: OperationRow,
  outcome: 'done' | 'not-done',
  payOrdId?: string,
): void {
  const late = !isOpen(operation)
  const facts = { was: operation.outcome ?? operation.state, is: outcome, proof: 'query' } as const
  if (late) draft.call('late-truth', { operation, order }, facts)
  settleReserve(draft, order, operation, outcome === 'done')
  endOperation(draft, operation, {
    ...{ state: outcome === 'done' ? 'done' : 'closed', outcome, proof: 'query', payOrdId },
    code: operation.code,
    event: late ? 'late-truth' : 'proved',
    facts: { outcome },
  })
  if (outcome === 'done' && operation.kind === 'refund') {
    // The state that proves it is the newest one, and no refund is open: the next one may be compared with it.
    const row = draft.now(order)
    draft.changeOrder(row, { seenRefunds: row.refunds }, 'order')
  }
}

/** Whether the token of the order is missing here: it can neither be revoked nor paid from here. */
function isWithoutToken(draft: Draft, { operations }: Story): boolean {
  const uploads = operations.filter(({ kind }) => kind === 'upload').map((row) => draft.now(row))
  return (
    uploads.some(wasDone) && !uploads.some((row) => wasDone(row) && (row.proof === 'answer' || row.proof === 'memory'))
  )
}
