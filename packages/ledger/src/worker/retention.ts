import type { Parts } from '../engine/parts.ts'

const DAY = 24 * 3_600_000
/** Orders in one go: cashiers wait for no more. */
const AT_ONCE = 100

/**
 * Forgets what is settled and old, once a day.
 *
 * The age is counted from the newest event that was there when the ledger was opened, plus the time that has passed since
 * by a clock that cannot be set: a clock that is a year ahead forgets nothing.
 */
export function createRetention({ store, clock, timers }: Parts, keepDays: number): () => Promise<void> {
  const { newestAt } = store
  const opened = timers.now()
  let next = opened
  return async () => {
    const now = timers.now()
    if (newestAt === undefined || now < next) return
    const today = Math.min(clock(), newestAt + (now - opened))
    const gone = await store.forget({ before: today - keepDays * DAY, limit: AT_ONCE })
    if (gone === 0) next = now + DAY
  }
}
