import type { Timers } from '@nationec/transport'

/** Asks about open requests from time to time, more and more rarely. */
export interface Questions {
  /** Starts the round, unless it is under way. */
  begin(): void
  end(): void
}

const FIRST = 10_000
const MOST = 300_000

/** @param ask true if something is still open */
export function createQuestions(timers: Timers, ask: () => boolean): Questions {
  let timer: unknown
  let hasEnded = false

  return {
    begin() {
      if (timer === undefined && !hasEnded) wait(FIRST)
    },
    end() {
      hasEnded = true
      timers.clearTimeout(timer)
    },
  }

  function wait(pause: number): void {
    timer = timers.setTimeout(() => {
      timer = undefined
      if (ask() && !hasEnded) wait(Math.min(pause * 2, MOST))
    }, pause)
  }
}
