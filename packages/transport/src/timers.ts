/** The clock and the timers of a connection; inject your own to replay a run in virtual time. */
export interface Timers {
  /** Milliseconds on a clock that never steps back. */
  now(): number
  setTimeout(callback: () => void, milliseconds: number): unknown
  clearTimeout(handle: unknown): void
}

/** The runtime's own: `performance.now` and the global timers, looked up at each call so that test tools may patch them. */
export const systemTimers: Timers = {
  now: () => performance.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as Parameters<typeof clearTimeout>[0]),
}

/** The longest wait the runtimes keep: beyond it `setTimeout` fires at once. */
export const LONGEST_WAIT = 2_147_483_647
