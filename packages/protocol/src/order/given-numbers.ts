import type { GivenName } from '../description/message.ts'

/** For which number of ours the centre gave each of its own. */
export interface GivenNumbers {
  /** Our number that this one was given for; `undefined` when it was not heard of. */
  ownerOf(name: GivenName, number: string): string | undefined
  learn(name: GivenName, number: string, owner: string): void
}

/** Years of a till, a few days of a large hospital; at most about 30 MB. An answer that is older has long been dropped. */
const KEPT = 100_000

/**
 * Remembers in memory what the centre's numbers were given for.
 *
 * The newest 100,000 of each kind are kept. What is known is not changed by a later answer: two that disagree cannot both
 * be right, and only a person can say which.
 *
 * @param kept how many of each kind
 *
 * @example
 * ```ts
 * import { createGivenNumbers } from '@nationec/protocol'
 *
 * const given = createGivenNumbers()
 * given.learn('payOrdId', 'ORD1', 'bill 1')
 * console.log(given.ownerOf('payOrdId', 'ORD1')) // bill 1
 * ```
 */
export function createGivenNumbers(kept: number = KEPT): GivenNumbers {
  const owners: Readonly<Record<GivenName, Map<string, string>>> = { payOrdId: new Map(), refdSn: new Map() }
  return {
    ownerOf: (name, number) => owners[name].get(number),
    learn(name, number, owner) {
      const known = owners[name]
      if (known.has(number)) return
      known.set(number, owner)
      const [oldest] = known.size > kept ? known.keys() : []
      if (oldest !== undefined) known.delete(oldest)
    },
  }
}
