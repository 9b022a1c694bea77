/** How long the last word of a failed channel may take to leave, before the link begins anew. */
export const FAREWELL = 300
/** A channel that fails again and again is tried more and more slowly. */
export const RESTART_MOST = 10_000
/** A channel that was open for so long has proved its worth. */
export const LASTING = 10_000
const NEVER = Number.POSITIVE_INFINITY

/** When a link whose channel failed begins anew. */
export interface Restarts {
  /** `Infinity` if it need not. */
  readonly dueAt: number
  /** The channel failed. */
  failed(now: number): void
  /** The channel is open. That alone proves little: a side that opens, says what cannot be read and ends would be tried without a pause. */
  opened(now: number): void
  /** A message was understood: the next failure is the first again. */
  proved(): void
  /** True once when it is time. */
  takeDue(now: number): boolean
  /** The link has begun anew by itself. */
  cancel(): void
}

export function createRestarts(): Restarts {
  let failures = 0
  let openSince = NEVER
  let dueAt = NEVER
  return {
    get dueAt() {
      return dueAt
    },
    failed(now) {
      if (now - openSince >= LASTING) failures = 0
      openSince = NEVER
      failures += 1
      dueAt = now + Math.min(FAREWELL * 2 ** (failures - 1), RESTART_MOST)
    },
    opened(now) {
      openSince = now
    },
    proved() {
      failures = 0
    },
    takeDue(now) {
      if (now < dueAt) return false
      dueAt = NEVER
      return true
    },
    cancel() {
      dueAt = NEVER
    },
  }
}
