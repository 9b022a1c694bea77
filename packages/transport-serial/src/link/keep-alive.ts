/** So many times the pause, and the peer is gone: 6 s with the usual pause. */
export const PAUSES = 3

/** Asks a silent peer whether it is there. */
export interface KeepAlive {
  /** The time when {@link KeepAlive.isAskDue} or {@link KeepAlive.isGone} may change. */
  readonly dueAt: number
  heard(now: number): void
  asked(now: number): void
  isAskDue(now: number): boolean
  isGone(now: number): boolean
}

export function createKeepAlive(pause: number): KeepAlive {
  let heardAt = 0
  let askAt = 0
  return {
    get dueAt() {
      return Math.min(askAt, heardAt + PAUSES * pause)
    },
    heard(now) {
      heardAt = now
      askAt = now + pause
    },
    // On a noisy line a PING or its answer is easily lost: three are sent before the peer is given up.
    asked(now) {
      askAt = now + pause / 2
    },
    isAskDue: (now) => now >= askAt,
    isGone: (now) => now >= heardAt + PAUSES * pause,
  }
}
