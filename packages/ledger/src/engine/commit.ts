import { isStoreError } from '../errors/ledger-error.ts'
import type { Draft } from '../model/draft.ts'
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
): Promise<Result> {
  for (let count = 1; ; count += 1) {
    const { draft, result } = await attempt()
    const writes = draft.writes()
    if (writes.length === 0) return result
    try {
      await parts.store.commit(writes)
    } catch (error) {
      if (count < ATTEMPTS && isStoreError(error, ...AGAIN)) continue
      throw error
    }
    for (const write of writes) parts.changed(write)
    return result
  }
}
