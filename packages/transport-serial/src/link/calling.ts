import { longestEncoding } from './cobs.ts'
import { MAX_FRAME, MAX_PAYLOAD } from './frame.ts'
import { SYNC_BYTES } from './sync-payload.ts'

/** The peer may be back at any moment, and a SYNC is short. */
export const SHORTEST = 150
/** After this time the peer is not expected soon. */
export const HOPEFUL = 10_000
export const LONGEST = 1000
/** Latency there and back of two slow adapters, and some slack. */
export const PATIENCE = 70
/** So many calls without a valid frame, and the rate is taken to be wrong. A damaged SYNC is no proof. */
export const CALLS_PER_RATE = 4
/** On the line, with delimiters. */
const SYNC_ON_LINE = longestEncoding(SYNC_BYTES + MAX_FRAME - MAX_PAYLOAD) + 2

/** When to call for the peer with SYNC, and when to give a rate up. */
export interface Calling {
  /** The time of the next call. */
  readonly dueAt: number
  /** Begins anew; the first call is due at once. */
  begin(now: number, byteTime: number): void
  /** A call is due at once, unless the last one is too near to have been answered. */
  hurry(now: number): void
  /** A call is the answer to what was heard: it is due at once. */
  callBack(now: number): void
  /** The peer is there: no more calls. */
  stop(): void
  called(now: number): void
  /** True once whenever the rate should be changed; `heard`: a valid frame came at this rate. */
  takeNextRate(now: number, heard: boolean): boolean
}

export function createCalling(): Calling {
  let byteTime = 0
  let begunAt = 0
  let calledAt = Number.NEGATIVE_INFINITY
  let dueAt = Number.POSITIVE_INFINITY
  let calls = 0
  /** False while the peer is there: then only single calls are made, to challenge or to answer. */
  let isCalling = false

  return {
    get dueAt() {
      return dueAt
    },
    begin(now, time) {
      byteTime = time
      isCalling = true
      begunAt = now
      calledAt = Number.NEGATIVE_INFINITY
      dueAt = now
      calls = 0
    },
    hurry(now) {
      dueAt = Math.min(dueAt, Math.max(now, calledAt + answerTime()))
    },
    callBack(now) {
      dueAt = Math.min(dueAt, now)
    },
    stop() {
      isCalling = false
      dueAt = Number.POSITIVE_INFINITY
    },
    called(now) {
      calledAt = now
      calls += 1
      if (!isCalling) {
        dueAt = Number.POSITIVE_INFINITY
        return
      }
      const pause = Math.max(SHORTEST, answerTime())
      dueAt = now + (now - begunAt < HOPEFUL ? pause : Math.max(pause, LONGEST))
    },
    takeNextRate(now, heard) {
      if (heard || calls < CALLS_PER_RATE || now < dueAt) return false
      calls = 0
      return true
    },
  }

  function answerTime(): number {
    return 2 * SYNC_ON_LINE * byteTime + PATIENCE
  }
}
