import type { Timers } from '@nationec/transport'
import type { RequestId } from '../message/message.ts'

/** Asks about open requests from time to time, each on a clock of its own and more and more rarely. */
export interface Questions {
  /**
   * The terminal has the whole request, or may have: the first question about it comes a while from now. Not before: a question
   * overtakes what is still on the line, and the terminal would truthfully call it never seen.
   */
  begin(id: RequestId): void
  /** There is no line to ask on; every request begins anew at the next opening. */
  stop(): void
}

export const FIRST = 10_000
export const MOST = 300_000

/** @param ask true if the request is still open */
export function createQuestions(timers: Timers, ask: (id: RequestId) => boolean): Questions {
  const waiting = new Map<RequestId, unknown>()

  return {
    begin: (id) => wait(id, FIRST),
    stop() {
      for (const timer of waiting.values()) timers.clearTimeout(timer)
      waiting.clear()
    },
  }

  function wait(id: RequestId, pause: number): void {
    timers.clearTimeout(waiting.get(id))
    const timer = timers.setTimeout(() => {
      waiting.delete(id)
      if (ask(id)) wait(id, Math.min(pause * 2, MOST))
    }, pause)
    waiting.set(id, timer)
  }
}
