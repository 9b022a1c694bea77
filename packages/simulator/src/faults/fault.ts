import type { OptionNames } from '@nationec/errors'
import type { RefStatus } from '@nationec/protocol'

/** Whether the request was carried out although the caller sees a failure. */
export type Effect = 'done' | 'none'

/** One answer form of the field that decoders must read. */
export type OddForm = 'data-as-text' | 'null-texts' | 'numbers' | 'other-names'

/** What can go wrong with one request. */
export type Fault =
  /** Nothing: a place in a script for a request that goes well. */
  | { readonly kind: 'none' }
  /** Carried out; no answer ever comes. `handle` rejects when its signal aborts, and without one waits for ever. */
  | { readonly kind: 'lost-answer' }
  /** Never arrived; from outside it looks exactly like `lost-answer`. */
  | { readonly kind: 'lost-request' }
  /** The line breaks while the answer is awaited: rejects at once. Default effect: `done`. */
  | { readonly kind: 'line-cut'; readonly effect?: Effect | undefined }
  /** The line was down before anything left: rejects at once, `delivery: 'not-sent'`. */
  | { readonly kind: 'line-down' }
  /**
   * The answer comes late. Default: 1,000 ms, carried out at once (`first`); `last` carries it out after the wait, also
   * when the caller has given up by then.
   */
  | {
      readonly kind: 'slow'
      readonly milliseconds?: number | undefined
      readonly carriedOut?: 'first' | 'last' | undefined
    }
  /** Refused as busy; not carried out. */
  | { readonly kind: 'busy' }
  /** Refused with a code; not carried out. Default code: `simulatedCodes.REFUSED`. */
  | { readonly kind: 'refused'; readonly code?: number | undefined; readonly message?: string | undefined }
  /**
   * Carried out; the text arrives damaged: `cut` short (default), with `bytes` replaced by U+FFFD, or with every
   * non-ASCII character replaced (`charset`), which may leave it readable and wrong.
   */
  | { readonly kind: 'garbled'; readonly how?: 'cut' | 'bytes' | 'charset' | undefined }
  /** Carried out; OutData is empty. */
  | { readonly kind: 'empty' }
  /** The library returns something other than `0000`. Default: `-1`, effect `done`. */
  | { readonly kind: 'library-return'; readonly value?: string | undefined; readonly effect?: Effect | undefined }
  /** The terminal restarts during the call. Default effect: `done`. */
  | { readonly kind: 'reboot'; readonly effect?: Effect | undefined }
  /** Carried out, but the answer is that of an earlier request: of the same operation if there is one, else of any. */
  | { readonly kind: 'stale-answer' }
  /** A good answer in a form that only tolerant decoders read. */
  | { readonly kind: 'odd-form'; readonly form?: OddForm | undefined }
  /** A refund answers with this refStatus. FAIL is never carried out; EXP is, unless `effect` is `none`. */
  | {
      readonly kind: 'refund-status'
      readonly status: Exclude<RefStatus, 'SUCC'>
      readonly effect?: Effect | undefined
    }

export type FaultKind = Fault['kind']
/** The kinds that need nothing more said. */
export type PlainFaultKind = Exclude<FaultKind, 'refund-status'>
export type RefundFault = Extract<Fault, { kind: 'refund-status' }>

/** The members of each kind. */
type MembersOf<Kind extends FaultKind> = OptionNames<Extract<Fault, { readonly kind: Kind }>>

export const faultMembers: { readonly [Kind in FaultKind]: MembersOf<Kind> } = {
  none: { kind: true },
  'lost-answer': { kind: true },
  'lost-request': { kind: true },
  'line-cut': { kind: true, effect: true },
  'line-down': { kind: true },
  slow: { kind: true, milliseconds: true, carriedOut: true },
  busy: { kind: true },
  refused: { kind: true, code: true, message: true },
  garbled: { kind: true, how: true },
  empty: { kind: true },
  'library-return': { kind: true, value: true, effect: true },
  reboot: { kind: true, effect: true },
  'stale-answer': { kind: true },
  'odd-form': { kind: true, form: true },
  'refund-status': { kind: true, status: true, effect: true },
}

/** Every kind of fault, for menus and documentation. */
export const faultKinds = Object.keys(faultMembers) as readonly FaultKind[]
