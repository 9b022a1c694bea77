import { isStoreError } from '../errors/ledger-error.ts'
import { createDraft, type Draft } from '../model/draft.ts'
import type { Story } from '../model/story.ts'
import type { Parts } from './parts.ts'

/** Others change rows meanwhile; so often in a row is a fault of the store. */
const ATTEMPTS = 50

/** Codes after which everything is read again and decided anew. */
const AGAIN = ['STALE', 'KEY_TAKEN', 'ORDER_BUSY', 'NUMBER_TAKEN', 'BUCKET_EXCEEDED'] as const

/**
 * Runs a change until it fits what is stored: reads, decides, commits, and begins again when a row was changed meanwhile.
 *
 * @param attempt reads and gives the rows to be written with its result; without rows nothing is committed
 */
export async function untilItFits<Result>(
  parts: Parts,
  attempt: () => Promise<{ readonly draft: Draft; readonly result: Result }>,
  again: readonly (typeof AGAIN)[number][] = AGAIN,
): Promise<Result> {
  for (let count = 1; ; count += 1) {
    const { draft, result } = await attempt()
    const writes = draft.writes()
    if (writes.length === 0) return result
    try {
      await parts.store.commit(writes)
    } catch (error) {
      if (count < ATTEMPTS && isStoreError(error, ...again)) continue
      throw error
    }
    for (const write of writes) if (write.table === 'operation') parts.changed(write.row)
    return result
  }
}

/** A change of one operation, or of its order, that is never refused. */
export async function change<Result>(
  parts: Parts,
  read: () => Promise<Story>,
  decide: (draft: Draft, story: Story) => Result,
): Promise<Result> {
  return untilItFits(parts, async () => {
    const story = await read()
    const draft = createDraft(parts.circumstances(), story.exceptions)
    return { draft, result: decide(draft, story) }
  })
}
