/** Before the first measurement: two USB adapters with their usual latency timers of 16 ms each, twice. */
export const FIRST_GUESS = 70
/** Schedulers and adapters hold bytes back by some milliseconds on every line. */
export const SLACK = 12
/** A line without traffic of others need not be spared: asking again costs nothing. */
export const LONGEST_WAIT = 250
const HALVED = 4

/** How long an answer takes, and how long to wait for one before asking again. */
export interface RoundTrip {
  /** Smoothed, in milliseconds; 0 before the first measurement. */
  readonly smoothed: number
  measured(milliseconds: number): void
  /**
   * The wait after the last bit has left.
   *
   * @param attempt 0 for the first, one more for each that brought nothing
   * @param byteTime of the line, in milliseconds
   */
  wait(attempt: number, byteTime: number): number
}

export function createRoundTrip(): RoundTrip {
  let smoothed = 0
  let deviation = FIRST_GUESS / HALVED

  return {
    get smoothed() {
      return smoothed
    },
    // As RFC 6298 has it.
    measured(milliseconds) {
      const sample = Math.max(milliseconds, 0.001)
      if (smoothed === 0) {
        smoothed = sample
        deviation = sample / 2
      } else {
        deviation += (Math.abs(sample - smoothed) - deviation) / 4
        smoothed += (sample - smoothed) / 8
      }
    },
    wait(attempt, byteTime) {
      const first = (smoothed === 0 ? FIRST_GUESS : smoothed) + Math.max(4 * deviation, SLACK) + 40 * byteTime
      return Math.min(first * 2 ** Math.max(0, Math.min(attempt, 8) - 2), Math.max(first, LONGEST_WAIT))
    },
  }
}
