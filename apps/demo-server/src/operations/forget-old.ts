import type { Logger } from '../logs/logger.ts'
import type { Books } from './books.ts'

const DAY = 24 * 60 * 60 * 1000

/** Keeps the journal from growing for ever. */
export interface ForgetOld {
  now(): Promise<void>
  /** Once a day, in passing: an agent that does nothing writes nothing, so no timer is needed. */
  inPassing(): void
}

export function createForgetOld(parts: {
  readonly books: Books
  readonly days: number
  readonly clock: () => number
  readonly logger: Logger
}): ForgetOld {
  const { books, days, clock, logger } = parts
  let last = clock()

  async function now(): Promise<void> {
    last = clock()
    try {
      const operations = await books.forget({ before: last - days * DAY })
      if (operations > 0) logger.info({ operations, days }, 'journal shortened')
    } catch (error) {
      // The journal goes on as it is; tomorrow is another day.
      logger.error({ error }, 'journal not shortened')
    }
  }

  return {
    now,
    inPassing() {
      if (Math.abs(clock() - last) >= DAY) void now()
    },
  }
}
