import assert from 'node:assert/strict'

/** How long the kit waits, in milliseconds. Raise them for slow media; no case measures a time. */
export interface ConformanceTiming {
  /** For something that must happen, such as opening the device. Default 5,000. */
  readonly patience: number
  /** For something that must not happen. Default 50: long enough for a request to cross the medium. */
  readonly quiet: number
  /** The deadline of exchanges that are meant to run out of time. Default 100. */
  readonly deadline: number
}

export const usualTiming: ConformanceTiming = Object.freeze({ patience: 5_000, quiet: 50, deadline: 100 })

/** Waits that end, whatever a bad transport does. */
export interface Waiting {
  /** Gives what the promise gives, or fails after the patience. `what` completes "waited in vain for …". */
  within<Value>(what: string, promise: PromiseLike<Value>): Promise<Value>
  /** Asks again and again until the answer is yes, or fails after the patience. */
  until(what: string, isSo: () => Promise<boolean>): Promise<void>
  /** Lets time pass in which something must not happen. */
  quiet(): Promise<void>
}

export function createWaiting({ patience, quiet }: ConformanceTiming): Waiting {
  return {
    async within(what, promise) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const limit = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(vain(what)), patience)
      })
      try {
        return await Promise.race([promise, limit])
      } finally {
        clearTimeout(timer)
      }
    },
    async until(what, isSo) {
      const end = performance.now() + patience
      while (!(await isSo())) {
        if (performance.now() > end) throw vain(what)
        await pause(2)
      }
    },
    quiet: () => pause(quiet),
  }
}

function vain(what: string): assert.AssertionError {
  return new assert.AssertionError({ message: `waited in vain for ${what}` })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
