import assert from 'node:assert/strict'

/** How long the kit waits, in milliseconds. Raise them for slow media; no case measures a time. */
export interface ConformanceTiming {
  /** For something that must happen, such as opening the device. Default 5,000. */
  readonly patience: number
  /** For something that must not happen. Default 50: long enough for a request to cross the medium. */
  readonly quiet: number
  /** The deadline of exchanges that are meant to run out of time. Default 100. */
  readonly deadline: number
  /**
   * For how long the far end is silent in an exchange whose deadline is far away. Default 5,500: longer than the five
   * seconds to which HTTP clients are often set. Raise it once, before you publish, to the longest that a patient takes.
   */
  readonly longest: number
}

export const usualTiming: ConformanceTiming = Object.freeze({
  patience: 5_000,
  quiet: 50,
  deadline: 100,
  longest: 5_500,
})

/** Something that must happen did not. A run ends after a few of these, because each takes the whole patience. */
export class WaitedInVain extends assert.AssertionError {
  readonly what: string

  constructor(what: string) {
    super({ message: `waited in vain for ${what}` })
    this.what = what
  }
}

/** Waits that end, with any bad transport. */
export interface Waiting {
  /** Gives what the promise gives, or fails after the patience. `what` completes "waited in vain for …". */
  within<Value>(what: string, promise: PromiseLike<Value>): Promise<Value>
  /** Asks again and again until the answer is yes, or fails after the patience. */
  until(what: string, isSo: () => Promise<boolean>): Promise<void>
  /** Lets time pass in which something must not happen: the timing's `quiet`, or these milliseconds. */
  quiet(milliseconds?: number): Promise<void>
}

export function createWaiting({ patience, quiet }: ConformanceTiming): Waiting {
  return {
    within: (what, promise) => within(patience, what, promise),
    async until(what, isSo) {
      const end = performance.now() + patience
      while (!(await isSo())) {
        if (performance.now() > end) throw new WaitedInVain(what)
        await pause(2)
      }
    },
    quiet: (milliseconds = quiet) => pause(milliseconds),
  }
}

/**
 * Gives what the promise gives, or fails after the patience, so that no case of a kit waits for ever.
 *
 * @param patience milliseconds
 * @param what completes "waited in vain for …"
 * @throws {WaitedInVain} when the promise has not ended by then
 * @example
 * ```ts
 * import { within } from '@nationec/transport/conformance'
 *
 * await within(5_000, 'the answer', Promise.resolve('answer'))
 * ```
 */
export async function within<Value>(patience: number, what: string, promise: PromiseLike<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WaitedInVain(what)), patience)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
