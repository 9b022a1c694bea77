/** The timers and intervals that anything in this process has set since the watch began. */
export interface WatchedTimers {
  /** Those that neither fired nor were cleared, and that keep the process alive. */
  active(): number
  /** Puts the functions of the runtime back. */
  stop(): void
}

type Handle = ReturnType<typeof setTimeout>

/**
 * Stands in for the runtime's timer functions, because no runtime lists its timers and one of them not even their number.
 *
 * Only one watch at a time tells the truth. Timers from `node:timers` pass by it; Node counts those among its resources.
 */
export function watchTimers(): WatchedTimers {
  const real = { setTimeout, setInterval, clearTimeout, clearInterval }
  const live = new Set<unknown>()
  const forget = (handle: unknown): void => {
    for (const known of live) if (known === handle || Number(known) === Number(handle)) live.delete(known)
  }
  const replacements = {
    setTimeout(callback: (...args: unknown[]) => void, milliseconds?: number, ...args: unknown[]): Handle {
      const handle = real.setTimeout(() => {
        live.delete(handle)
        callback(...args)
      }, milliseconds)
      live.add(handle)
      return handle
    },
    setInterval(callback: (...args: unknown[]) => void, milliseconds?: number, ...args: unknown[]): Handle {
      const handle = real.setInterval(callback, milliseconds, ...args)
      live.add(handle)
      return handle
    },
    clearTimeout(handle?: Handle): void {
      forget(handle)
      real.clearTimeout(handle)
    },
    clearInterval(handle?: Handle): void {
      forget(handle)
      real.clearInterval(handle)
    },
  }
  Object.assign(globalThis, replacements)
  return {
    active: () => [...live].filter(holdsProcess).length,
    stop: () => {
      Object.assign(globalThis, real)
    },
  }
}

function holdsProcess(handle: unknown): boolean {
  const { hasRef } = Object(handle) as { hasRef?: () => boolean }
  return hasRef === undefined || hasRef.call(handle)
}
