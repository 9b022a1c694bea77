import { LedgerError } from '../errors/ledger-error.ts'
import { createDraft } from '../model/draft.ts'
import type { Fact } from '../model/facts.ts'
import { takeFact } from '../model/transition.ts'
import type { OperationRow } from '../store/rows.ts'
import { untilItFits } from './commit.ts'
import type { Parts } from './parts.ts'
import { readStory } from './read-story.ts'

/**
 * Stores what became known of an operation; gives its row as it is then.
 *
 * @throws `OPERATION_NOT_KNOWN`, `DECISION_INVALID`, or what the store throws
 */
export async function applyFact(parts: Parts, id: string, fact: Fact): Promise<OperationRow> {
  return untilItFits(parts, async () => {
    const [operation] = await parts.store.findOperations({ id })
    if (operation === undefined) throw new LedgerError('OPERATION_NOT_KNOWN')
    const numbers = 'payOrdId' in fact || 'refdSn' in fact ? fact : {}
    const story = await readStory(parts.store, { operation }, numbers)
    const draft = createDraft(parts.circumstances(), story.exceptions)
    takeFact(draft, story, operation, fact)
    return { draft, result: draft.now(operation) }
  })
}
