/**
 * What goes in and comes out, as far as a page works with it: field names are the documents' own. The agent checks every
 * field and names each that is wrong, so these types hold only what the SDK is sure of.
 */
export type Body = { readonly [field: string]: unknown }

/** The person behind a credential. */
export interface Credential extends Body {
  readonly ecToken: string
  readonly idNo: string
  readonly userName: string
}

/** Amounts are text in yuan with two decimals, never numbers. */
export interface Amounts {
  readonly total: string
  readonly fund: string
  readonly account: string
  readonly cash: string
}

/** What the agent remembers of an order; it holds no personal data. */
export interface Order extends Body {
  readonly id: string
  readonly payOrdId?: string
  readonly medOrgOrd?: string
  readonly status:
    | 'unknown'
    | 'not-uploaded'
    | 'pending'
    | 'completing'
    | 'settled'
    | 'partly-refunded'
    | 'refunded'
    | 'revoked'
    | 'failed'
    | 'unrecognised'
  readonly amounts?: Amounts
}

/** One request that moved money, or tried to. */
export interface Operation extends Body {
  readonly id: string
  readonly kind: 'upload' | 'place' | 'revoke' | 'refund' | 'raw'
  readonly state: 'running' | 'done' | 'refused' | 'unknown' | 'closed'
}

/** The answer to an upload. */
export interface Uploaded extends Body {
  readonly payOrdId: string
  readonly payToken: string
  readonly order: Order
}

/** The answer to a settlement query: `amounts` only in the states that prove them. */
export interface Settlement extends Body {
  readonly status: Order['status']
  readonly amounts?: Amounts
  readonly order: Order
}

/** The answer of a request that changed an order. */
export interface Changed extends Body {
  readonly operation: Operation
  readonly order: Order
}
