import type { MessageFaultReason } from './message-fault.ts'

/** 128 random bits as 32 lower-case hexadecimal digits: made once for each business act, and never used for another. */
export type RequestId = string

/**
 * What the terminal says of a request id when it has no result to repeat.
 *
 * - `in-progress`: it is being carried out, or waits for its turn
 * - `unknown`: it was begun, and the terminal does not know how it ended
 * - `void`: it never arrived; the terminal has written that down and will refuse every late copy
 * - `not-executed`: it arrived, provably had no effect, and never will have one
 * - `id-reused`: the id is known with other bytes; this request was not carried out
 * - `too-old`: the id is older than what the terminal remembers; this request was not carried out
 * - `signature-refused`: the signature over the text does not fit the pinned key; this request was not carried out
 * - `journal-failed`: the terminal could not write the request down, so it did not begin it
 * - `unreadable`: the text could not be read; this request was not carried out
 */
export type RequestState =
  | 'in-progress'
  | 'unknown'
  | 'void'
  | 'not-executed'
  | 'id-reused'
  | 'too-old'
  | 'signature-refused'
  | 'journal-failed'
  | 'unreadable'

/** The fingerprint of the other side's link key, as 16 lower-case hexadecimal digits: who an act belongs to. */
export type PeerId = string

/** A text with its signature: SM2 over kind, receiver, id, time, address and text, 64 bytes r ‖ s. */
export interface SignedText {
  /** Seconds since 1970: of a request and its result by the institution's clock, of a push by the terminal's. */
  readonly madeAt: number
  readonly text: string
  readonly signature: Uint8Array
}

/** The institution asks for something to be done. */
export interface RequestMessage extends SignedText {
  readonly kind: 'request'
  readonly id: RequestId
  readonly url: string
}

/** The terminal's answer; repeated until it is acknowledged. */
export interface ResultMessage extends SignedText {
  readonly kind: 'result'
  readonly id: RequestId
}

/** The terminal tells the institution something by itself (clause 4.3); repeated until it is acknowledged. */
export interface PushMessage extends SignedText {
  readonly kind: 'push'
  readonly id: RequestId
}

/** The institution asks what became of a request, or gives one up. An id that was never seen becomes void by either. */
export interface QuestionMessage {
  readonly kind: 'status' | 'abort'
  readonly id: RequestId
  readonly madeAt: number
}

export interface StateMessage {
  readonly kind: 'state'
  readonly id: RequestId
  readonly state: RequestState
}

/** `step` counts up within one request. */
export interface ProgressMessage {
  readonly kind: 'progress'
  readonly id: RequestId
  readonly step: number
}

/** `unreadable`: a result or push came that cannot be read; repeated, it would only fill the line. */
export interface AcknowledgementMessage {
  readonly kind: 'result-ack' | 'push-ack' | 'unreadable'
  readonly id: RequestId
}

/** Everything that crosses the link above the secure channel. */
export type LinkMessage =
  | RequestMessage
  | ResultMessage
  | PushMessage
  | QuestionMessage
  | StateMessage
  | ProgressMessage
  | AcknowledgementMessage

/**
 * A text that came whole and breaks a rule within itself: too long, not UTF-8, not what its header says, an address where there is
 * none. What follows it can be read, so it is refused as a message and the session goes on.
 */
export interface PoisonedMessage {
  readonly kind: 'poisoned'
  readonly of: TextKind
  readonly id: RequestId
  readonly madeAt: number
  readonly reason: MessageFaultReason
}

export type ReceivedMessage = LinkMessage | PoisonedMessage

/** The two byte streams of the link: `control` overtakes `data`. */
export type StreamName = 'control' | 'data'

/** Texts go by `data`; everything short goes by `control`, so that an abort is not stuck behind an upload. */
export function streamOf(message: LinkMessage): StreamName {
  return carriesText(message) ? 'data' : 'control'
}

export function carriesText(message: LinkMessage): message is RequestMessage | ResultMessage | PushMessage {
  return kindCarriesText(message.kind)
}

export type TextKind = 'request' | 'result' | 'push'

export function kindCarriesText(kind: LinkMessage['kind']): kind is TextKind {
  return kind === 'request' || kind === 'result' || kind === 'push'
}

/** For a log; it holds nothing of the text. */
export function unreadableNotice({ of, id: requestId, reason }: PoisonedMessage) {
  return { type: 'message-unreadable', of, requestId, reason } as const
}

export type Role = 'institution' | 'terminal'

const FROM_INSTITUTION: ReadonlySet<string> = new Set([
  'request',
  'result-ack',
  'abort',
  'status',
  'push-ack',
  'unreadable',
] satisfies LinkMessage['kind'][])

/** Each kind goes one way and on one stream. @param role of the side that has received it */
export function isInPlace(message: ReceivedMessage, role: Role, stream: StreamName): boolean {
  const kind = message.kind === 'poisoned' ? message.of : message.kind
  const way: Role = FROM_INSTITUTION.has(kind) ? 'terminal' : 'institution'
  return way === role && stream === (kindCarriesText(kind) ? 'data' : 'control')
}
