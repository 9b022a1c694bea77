import { LedgerError } from '../errors/ledger-error.ts'
import type { OperationRow, OrderRow } from '../store/rows.ts'
import { adopt } from './adopt.ts'
import type { Draft } from './draft.ts'
import { endOperation, settleReserve } from './end-operation.ts'
import type { Fact, Failure } from './facts.ts'
import { isOpen, type Story, wasDone } from './story.ts'
import { takeLost } from './take-lost.ts'
import { takeState } from './take-state.ts'

/** How it stands for the caller: the answer of another request. */
const FOREIGN: Failure = JSON.parse(JSON.stringify(new LedgerError('ANSWER_FOREIGN')))

type Done = Extract<Fact, { type: 'done' }>

/** An answer that says done. It is taken only when its numbers belong to this request. */
export function takeDone(draft: Draft, story: Story, operation: OperationRow, fact: Done): void {
  if (isForeign(story, operation, fact)) {
    if (operation.state === 'running') takeLost(draft, story, operation, { type: 'lost', failure: FOREIGN })
    draft.call('foreign-number', { operation, order: story.order })
    return
  }
  if (operation.state === 'done' && operation.proof !== 'query') return
  const corrects = !isOpen(operation) && !wasDone(operation)
  const { order } = story
  if (corrects) draft.call('late-truth', { operation, order }, { was: 'not-done', is: 'done', proof: fact.proof })
  if (differsFromDecided(operation, fact)) {
    draft.call('late-truth', { operation, order }, { was: 'done', is: 'done', number: 'another' })
  }
  if (order !== undefined) settleReserve(draft, order, operation, true)
  const { proof, answer, payOrdId, refdSn } = fact
  endOperation(draft, operation, {
    ...{ state: 'done', outcome: 'done', proof, answer, payOrdId, refdSn },
    event: corrects ? 'late-truth' : 'done',
  })
  if (order !== undefined) takeEffect(draft, story, order, operation, fact)
}

/** A number of the centre that was given for another bill, or for another refund, before. */
function isForeign({ order, owner, refunder }: Story, operation: OperationRow, { payOrdId, refdSn }: Done): boolean {
  if (refdSn !== undefined && refunder !== undefined && refunder.id !== operation.id) return true
  if (payOrdId === undefined) return false
  if (operation.kind !== 'upload') return operation.payOrdId !== undefined && operation.payOrdId !== payOrdId
  if (owner !== undefined && owner.id !== order?.id) {
    return owner.medOrgOrd !== undefined && owner.medOrgOrd !== operation.medOrgOrd
  }
  return order?.payOrdId !== undefined && order.payOrdId !== payOrdId
}

/** A person has said done, with another number than the answer has. */
function differsFromDecided(operation: OperationRow, { payOrdId }: Done): boolean {
  return (
    operation.proof === 'person' &&
    wasDone(operation) &&
    ![undefined, payOrdId].includes(operation.payOrdId) &&
    payOrdId !== undefined
  )
}

/** What the answer means for the order. */
function takeEffect(draft: Draft, story: Story, order: OrderRow, operation: OperationRow, fact: Done): void {
  switch (operation.kind) {
    case 'upload':
      takeUpload(draft, story, order, operation, fact)
      return
    case 'place':
      if (fact.state !== undefined) takeState(draft, story, order, fact.state, undefined)
      return
    case 'revoke':
      takeState(draft, story, order, { status: 'revoked', ordStas: '12' }, undefined)
      return
    default:
      // A refund has moved the order: its state is not known until the centre is asked.
      draft.changeOrder(order, { ordStas: undefined, seenRefunds: undefined }, 'order')
  }
}

function takeUpload(draft: Draft, story: Story, found: OrderRow, operation: OperationRow, { payOrdId }: Done): void {
  const { owner } = story
  const order = adopt(draft, story, payOrdId) ?? found
  const repeats = owner !== undefined && owner.id !== order.id
  if (repeats || order.payOrdId !== undefined) {
    // The centre has answered with the order that this bill has already: that one keeps its state.
    draft.call('repeated-bill', { operation, order: owner ?? order })
  }
  if (repeats) {
    draft.changeOrder(order, { status: 'not-uploaded' }, 'order')
    draft.change(operation, { order: owner.id }, 'repeated-bill')
    return
  }
  const { status } = draft.now(order)
  const isNew = status === 'unknown' || status === 'not-uploaded'
  draft.changeOrder(order, { payOrdId, ...(isNew && { status: 'pending' }) }, 'order')
}
