import { isNationEcError } from '@nationec/errors'
import type { Timers } from '@nationec/transport'
import type { Fact } from '../model/facts.ts'

/** Milliseconds between attempts to store what could not be stored. */
const PAUSE = 1_000

/**
 * What became known and could not be stored: the disk is full, the database does not answer. It is tried again until it is
 * stored; when the process ends before, the operation is unknown after the restart, and a question decides.
 */
export interface Backlog {
  add(operation: string, fact: Fact): void
  /** Whether something known of the operation is not stored yet. */
  has(operation: string): boolean
  /** Tries once to store everything. */
  flush(): Promise<void>
  stop(): void
}

export function createBacklog(timers: Timers, apply: (operation: string, fact: Fact) => Promise<unknown>): Backlog {
  const waiting: { readonly operation: string; readonly fact: Fact }[] = []
  let timer: unknown
  let flushing: Promise<void> | undefined

  async function flushAll(): Promise<void> {
    for (let entry = waiting[0]; entry !== undefined; entry = waiting[0]) {
      try {
        await apply(entry.operation, entry.fact)
      } catch (error) {
        // An intent whose commit was in doubt may never have been stored: then there is nothing to write.
        if (!isNationEcError(error, 'OPERATION_NOT_KNOWN')) return
      }
      waiting.shift()
    }
  }

  const backlog: Backlog = {
    add(operation, fact) {
      waiting.push({ operation, fact })
      plan()
    },
    has: (operation) => waiting.some((entry) => entry.operation === operation),
    async flush() {
      flushing ??= flushAll().finally(() => {
        flushing = undefined
      })
      await flushing
    },
    stop() {
      timers.clearTimeout(timer)
      timer = undefined
    },
  }

  function plan(): void {
    if (timer !== undefined) return
    timer = timers.setTimeout(() => {
      timer = undefined
      void backlog.flush().then(() => {
        if (waiting.length > 0) plan()
      })
    }, PAUSE)
  }

  return backlog
}
