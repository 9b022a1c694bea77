import { LedgerError } from '../errors/ledger-error.ts'
import { createDraft } from '../model/draft.ts'
import type { ExceptionRow, Facts, OperationRow } from '../store/rows.ts'
import { applyFact } from './apply-fact.ts'
import { untilItFits } from './commit.ts'
import type { Parts } from './parts.ts'
import { plain } from './requests.ts'

/** What a person has found out. */
export interface Decision {
  /** `done` and `not-done` end an unknown operation; `seen` ends an exception that needs no more than that. */
  readonly outcome: 'done' | 'not-done' | 'seen'
  /** Who decides, as the institution names its people; stored. */
  readonly by: string
  /** Why, in their words; stored. No name of a patient. */
  readonly because: string
  /** Of an upload that was done, where the centre has told it to the person. */
  readonly payOrdId?: string | undefined
}

/**
 * Stores a decision of a person on an exception, or on an operation whose outcome is unknown.
 *
 * @throws `OPERATION_NOT_KNOWN`, `DECISION_INVALID`
 */
export async function decide(parts: Parts, id: string, decision: Decision): Promise<void> {
  const { by, because } = saidBy(decision)
  const exception = (await parts.store.exceptions({ id, limit: 1 })).rows[0]
  const operationId = exception?.operation ?? (exception === undefined ? id : undefined)
  const [operation] = operationId === undefined ? [] : await parts.store.findOperations({ id: operationId })
  if (exception === undefined && operation === undefined) throw new LedgerError('OPERATION_NOT_KNOWN')
  const { outcome } = decision
  if (outcome !== 'seen') {
    if (operation === undefined) throw invalid('this exception has no operation', '该异常不对应任何操作')
    const payOrdId = plain(decision.payOrdId, parts.store.digest)
    await applyFact(parts, operation.id, {
      ...{ type: 'decided', outcome, by, because, payOrdId },
      known: await knownOf(parts, operation),
    })
  } else if (operation?.state === 'unknown' && exception?.kind !== 'late-truth') {
    throw invalid('its outcome is unknown: say done or not-done', '结果未知：请认定为 done 或 not-done')
  }
  if (exception?.open === true) await settle(parts, exception, { by, because, outcome })
}

/**
 * Name and reason of a person, as they are stored.
 *
 * @throws `DECISION_INVALID`
 */
export function saidBy(said: { readonly by: string; readonly because: string }) {
  const by = said.by?.trim() ?? ''
  const because = said.because?.trim() ?? ''
  if (by === '' || because === '') throw invalid('by and because must be given', '须填写 by 与 because')
  if (by.length > 100 || because.length > 1_000) throw invalid('by or because is too long', 'by 或 because 过长')
  return { by, because }
}

async function settle(
  parts: Parts,
  { id }: ExceptionRow,
  { by, because, outcome }: { readonly by: string; readonly because: string; readonly outcome: string },
): Promise<void> {
  await untilItFits(parts, async () => {
    const [row] = (await parts.store.exceptions({ id, limit: 1 })).rows
    const draft = createDraft(parts.circumstances(), [])
    if (row !== undefined) draft.settle(row, { settledBy: by, because }, { by, because, outcome })
    return { draft, result: undefined }
  })
}

/** What was known when it was decided. */
async function knownOf({ store }: Parts, { state, code, asked, order }: OperationRow): Promise<Facts> {
  const [row] = order === undefined ? [] : await store.findOrders({ id: order })
  return {
    'known.state': state,
    'known.code': code ?? null,
    'known.asked': asked,
    'known.status': row?.status ?? null,
    'known.ordStas': row?.ordStas ?? null,
  }
}

function invalid(en: string, zh: string): LedgerError {
  return new LedgerError('DECISION_INVALID', { details: [{ en: `${en};`, zh: `${zh}；` }] })
}
