/** How an exchange that a relay passed on ended, for good. */
export type ExchangeEnd =
  /** It was not carried out and never will be. */
  | { readonly state: 'never' }
  /** The text of the terminal's answer; without it where the answer has been forgotten and the fact has not. */
  | { readonly state: 'answered'; readonly answer?: string | undefined }
  /** The error as JSON: code, delivery and texts. */
  | { readonly state: 'failed'; readonly failure: Readonly<Record<string, unknown>> }

/** What is known of an exchange. `begun`: the terminal may have been reached, and no outcome was stored. */
export type RememberedExchange = { readonly state: 'begun' } | ExchangeEnd

/**
 * What the side of a terminal remembers of the exchanges that a relay brought, by their ids.
 *
 * Every method resolves when the change is durable. `begin` and `rule` on one id exclude each other: the first of them
 * decides. An id is never forgotten, or a later question would be told that it was never seen; answers may be.
 */
export interface ExchangeMemory {
  /** Names this memory, a random id of 32 to 64 hex digits. A memory that was lost and made anew has another. */
  readonly ledger: string
  /** Stores that an unknown exchange begins, and gives `undefined`; or gives what is known of it and changes nothing. */
  begin(id: string): Promise<RememberedExchange | undefined>
  /** Stores how an exchange that has begun ended. */
  end(id: string, ended: ExchangeEnd): Promise<void>
  /** What is known of an exchange. One that is unknown is `never` from then on, in the same transaction. */
  rule(id: string): Promise<RememberedExchange>
}
