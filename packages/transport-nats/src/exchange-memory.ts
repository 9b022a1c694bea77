import type { FailureRecord } from './failure-record.ts'

/** How an exchange ended, for good. */
export type Ended =
  /** It was not carried out and never will be. */
  | { readonly state: 'never' }
  /** The text of the terminal's answer; without it where the answer has been forgotten and the fact has not. */
  | { readonly state: 'answered'; readonly answer?: string | undefined }
  | { readonly state: 'failed'; readonly failure: FailureRecord }

/** What a till knows of an exchange. `begun`: the terminal may have been reached, and no outcome was stored. */
export type Remembered = { readonly state: 'begun' } | Ended

/**
 * What a till remembers of the exchanges it was asked for, by their ids.
 *
 * Every method resolves when the change is durable. `begin` and `rule` on one id exclude each other: the first of them
 * decides. An id is never forgotten, or a later question would be told that it was never seen; answers may be.
 */
export interface ExchangeMemory {
  /** Names this memory, a random id of 32 to 64 hex digits. A memory that was lost and made anew has another. */
  readonly ledger: string
  /** Stores that an unknown exchange begins, and gives `undefined`; or gives what is known of it and changes nothing. */
  begin(id: string): Promise<Remembered | undefined>
  /** Stores how an exchange that has begun ended. */
  end(id: string, ended: Ended): Promise<void>
  /** What is known of an exchange. One that is unknown is `never` from then on, in the same transaction. */
  rule(id: string): Promise<Remembered>
}

/**
 * A memory that ends with the process: for tests, and for tills whose terminal cannot move money.
 *
 * It has another name after each start, so nothing it has forgotten is ever called "never seen".
 */
export function volatileMemory(): ExchangeMemory {
  const known = new Map<string, Remembered>()
  return {
    ledger: randomId(),
    async begin(id) {
      const before = known.get(id)
      if (before === undefined) known.set(id, { state: 'begun' })
      return before
    },
    async end(id, ended) {
      known.set(id, ended)
    },
    async rule(id) {
      const before = known.get(id)
      if (before !== undefined) return before
      known.set(id, { state: 'never' })
      return { state: 'never' }
    },
  }
}

/** 122 random bits as hex digits. */
export function randomId(): string {
  return crypto.randomUUID().replaceAll('-', '')
}

const ID = /^[0-9a-f]{32,64}$/

/** Tells whether a text is an id as {@link randomId} makes them: one token of a subject, and nothing else. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}
