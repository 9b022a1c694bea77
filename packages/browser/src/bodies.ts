import type { CentreMessages } from './generated/messages.ts'

/** What goes in and comes out where no message describes it: field names are the documents' own. */
export type Body = { readonly [field: string]: unknown }

/**
 * The bodies of each method: {@link CentreMessages} unless a page says otherwise. A region's own fields are added to them.
 *
 * @example
 * ```ts
 * import { type CentreMessages, connectAgent, type UploadFeesBody } from '@nationec/browser'
 *
 * interface Ours extends CentreMessages {
 *   readonly uploadFees: {
 *     readonly body: UploadFeesBody & { readonly ourField: string }
 *     readonly answer: CentreMessages['uploadFees']['answer']
 *   }
 * }
 * const agent = await connectAgent<Ours>({ name: '门诊收费' })
 * console.log(agent.paired)
 * ```
 */
export type AgentMessages = {
  readonly [Method in keyof CentreMessages]: { readonly body: object; readonly answer: object }
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
  /** What was paid. */
  readonly amounts?: Amounts
  /** What refunds hold of it: done, under way, or not known. */
  readonly held?: Amounts
}

/** One request that moved money, or tried to. */
export interface Operation extends Body {
  readonly id: string
  readonly kind: 'upload' | 'place' | 'revoke' | 'refund' | 'raw'
  readonly state: 'running' | 'done' | 'refused' | 'unknown' | 'closed' | 'free'
  /** In `done` and `closed`. */
  readonly outcome?: 'done' | 'not-done'
  /** Number of the person who asked for it, where people sign on. */
  readonly operator?: string
}

/** A bill at the cashier's desk, as the page that handed it over sees it: how far it is, and nothing of a person. */
export interface Sale extends Body {
  readonly id: string
  readonly medOrgOrd: string
  readonly stage:
    | 'draft'
    | 'identified'
    | 'working'
    | 'unknown'
    | 'uploaded'
    | 'paid'
    | 'settled'
    | 'printed'
    | 'partly-refunded'
    | 'refunded'
    | 'revoked'
    | 'failed'
    | 'unrecognised'
  /** Yuan. */
  readonly total?: string
}

/** What the agent knows of an order, beside the answer of the terminal. */
export interface Known {
  readonly order: Order
}

/** The answer of a request that changed an order. */
export interface Changed extends Known {
  readonly operation: Operation
}

/** The answer to a settlement query: `amounts` only in the states that prove them, `body` is the terminal's own. */
export interface Settlement<Answer = CentreMessages['querySettlement']['answer']> extends Known {
  readonly status: Order['status']
  readonly ordStas?: string
  /** Why a state is `unrecognised`. */
  readonly reason?: string
  readonly amounts?: Amounts
  readonly body: Answer
}
