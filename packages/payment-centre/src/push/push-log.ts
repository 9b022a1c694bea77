/** Why a push was refused, or why the centre is asked to repeat it. Told to the log, never to the sender. */
export type PushReason =
  | 'not a POST'
  | 'too large'
  | 'body not received'
  | 'unreadable'
  | 'unsigned'
  | 'not genuine'
  | 'an answer'
  | 'no body'
  | 'no timestamp'
  | 'outside the time window'
  | 'other organisation'
  | 'body invalid'
  | 'amounts disagree'
  | 'busy'
  | 'key failed'
  | 'memory failed'
  | 'handler failed'
  | 'handler slow'

/** One line of the receiver's log. It holds order numbers, and nothing of a person, a token or a text that was sent. */
export interface PushLogEntry {
  readonly outcome: 'handed on' | 'repeated' | 'asked to repeat' | 'refused'
  readonly reason?: PushReason
  /** A fact behind the reason: sizes, seconds, paths of bad fields. */
  readonly detail?: string
  /** Only of a push whose signature is right. */
  readonly payOrdId?: string
  /** What the caller's own code threw; not enumerable, so that printing the entry does not print it. */
  readonly cause?: unknown
}

export type PushLog = (entry: PushLogEntry) => void

/** A push that goes no further, and why. */
export class PushRefusal {
  readonly reason: PushReason
  readonly detail: string | undefined
  readonly payOrdId: string | undefined

  constructor(reason: PushReason, detail?: string, payOrdId?: string) {
    this.reason = reason
    this.detail = detail
    this.payOrdId = payOrdId
  }
}

/** Writes an entry; a log that throws must not decide about a payment. */
export function write(log: PushLog | undefined, entry: PushLogEntry, cause?: unknown): void {
  if (cause !== undefined) Object.defineProperty(entry, 'cause', { value: cause })
  try {
    log?.(entry)
  } catch {
    // The push goes on.
  }
}
