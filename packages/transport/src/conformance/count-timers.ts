import { systemTimers, type Timers } from '../timers.ts'

/** Timers that know how many of them are still to fire. */
export interface CountedTimers {
  readonly timers: Timers
  active(): number
}

export function countTimers(): CountedTimers {
  const live = new Set<unknown>()
  const timers: Timers = {
    now: systemTimers.now,
    setTimeout(callback, milliseconds) {
      const handle = systemTimers.setTimeout(() => {
        live.delete(handle)
        callback()
      }, milliseconds)
      live.add(handle)
      return handle
    },
    clearTimeout(handle) {
      live.delete(handle)
      systemTimers.clearTimeout(handle)
    },
  }
  return { timers, active: () => live.size }
}
