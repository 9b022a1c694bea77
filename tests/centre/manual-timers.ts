import type { Timers } from '@nationec/transport'

/** Timers that a test lets run out, so that no test depends on how fast a machine is. */
export function manualTimers(): { readonly timers: Timers; expire(): void } {
  const waiting = new Map<number, () => void>()
  let now = 0
  let last = 0
  return {
    timers: {
      now: () => now,
      setTimeout(callback) {
        last += 1
        waiting.set(last, callback)
        return last
      },
      clearTimeout: (handle) => void waiting.delete(handle as number),
    },
    expire() {
      now += 2 ** 32
      const due = [...waiting.values()]
      waiting.clear()
      for (const callback of due) callback()
    },
  }
}
