import { LedgerError } from '../errors/ledger-error.ts'
import type { OperationRow } from '../store/rows.ts'
import type { Draft } from './draft.ts'
import { endOperation, settleReserve } from './end-operation.ts'
import type { Fact } from './facts.ts'
import type { Story } from './story.ts'

/**
 * A person says what became of an unknown operation. It is provisional: a later proof corrects it. What was known then is
 * written down with name and reason.
 *
 * @throws `DECISION_INVALID` when its outcome is not open, or the `payOrdId` is of another bill
 */
export function decideOperation(
  draft: Draft,
  { order, owner }: Story,
  operation: OperationRow,
  { outcome, by, because, payOrdId, known }: Extract<Fact, { type: 'decided' }>,
): void {
  if (operation.state !== 'unknown') {
    throw invalid('its outcome is not open', '该操作的结果并非未知')
  }
  if (payOrdId !== undefined && (operation.kind !== 'upload' || outcome !== 'done')) {
    throw invalid('payOrdId belongs to an upload that was done', 'payOrdId 仅用于认定费用上传已成功')
  }
  const taken = owner !== undefined && owner.id !== order?.id
  const differs = order?.payOrdId !== undefined && payOrdId !== undefined && order.payOrdId !== payOrdId
  if (taken || differs) throw invalid('payOrdId is of another bill', '该 payOrdId 属于另一账单')
  if (order !== undefined) settleReserve(draft, order, operation, outcome === 'done')
  endOperation(draft, operation, {
    ...{ state: 'closed', outcome, proof: 'person', code: operation.code, payOrdId },
    event: 'decided',
    facts: { ...known, outcome, by, because },
  })
  if (order === undefined) return
  if (operation.kind === 'upload') {
    const { status, payOrdId: number } = draft.now(order)
    if (outcome === 'not-done' && status === 'unknown' && number === undefined)
      draft.changeOrder(order, { status: 'not-uploaded' }, 'order')
    if (outcome === 'done')
      draft.changeOrder(
        order,
        { payOrdId: number ?? payOrdId, ...(status === 'unknown' && { status: 'pending' }) },
        'order',
      )
    return
  }
  // What it may have done to the order is not known: the next refund is compared with a state that is asked for anew.
  if (operation.kind !== 'place') draft.changeOrder(order, { ordStas: undefined, seenRefunds: undefined }, 'order')
}

function invalid(en: string, zh: string): LedgerError {
  return new LedgerError('DECISION_INVALID', { details: [{ en: `${en};`, zh: `${zh}；` }] })
}
