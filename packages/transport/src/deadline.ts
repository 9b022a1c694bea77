import type { Timers } from './timers.ts'

/** What ended the waiting. */
export type DeadlineEnd = 'TIMEOUT' | 'ABORTED'

/** A wait that runs out, or that its caller gives up. */
export interface Deadline {
  /** Milliseconds left, never below zero; with a fraction where the clock has one. */
  remaining(): number
  /** Stops watching: the timer and the listener are gone, and `onEnd` is not called any more. */
  clear(): void
}

/** What a deadline watches, and whom it tells. */
export interface DeadlineParts {
  readonly timers: Timers
  /** Ends the wait as `ABORTED`, at once if it is aborted already. */
  readonly signal?: AbortSignal | undefined
  /** From now on. At most 2,147,483,647. */
  readonly milliseconds: number
  /** Called at most once; `cause` is the reason of the signal. */
  readonly onEnd: (end: DeadlineEnd, cause?: unknown) => void
}

/**
 * Races a time against a signal: the first of the two calls `onEnd`, then nothing is watched any more.
 *
 * Never early: some runtimes fire a timer a fraction of a millisecond before its time, and it is then set again.
 *
 * @example
 * ```ts
 * import { createDeadline, systemTimers } from '@nationec/transport'
 *
 * const deadline = createDeadline({ timers: systemTimers, milliseconds: 20, onEnd: (end) => console.log(end) })
 * console.log(deadline.remaining() > 0) // true; TIMEOUT follows
 * ```
 */
export function createDeadline({ timers, signal, milliseconds, onEnd }: DeadlineParts): Deadline {
  const due = timers.now() + milliseconds
  const remaining = (): number => Math.max(0, due - timers.now())
  let timer = timers.setTimeout(onTimer, milliseconds)
  signal?.addEventListener('abort', onAbort, { once: true })
  if (signal?.aborted === true) onAbort()
  return { remaining, clear }

  function clear(): void {
    timers.clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }

  function onTimer(): void {
    const left = remaining()
    if (left > 0) {
      timer = timers.setTimeout(onTimer, Math.ceil(left))
      return
    }
    clear()
    onEnd('TIMEOUT')
  }

  function onAbort(): void {
    clear()
    onEnd('ABORTED', signal?.reason)
  }
}
