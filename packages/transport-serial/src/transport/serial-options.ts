import type { OptionNames } from '@nationec/errors'
import type { Timers, TransportSpec } from '@nationec/transport'
import type { ChannelCodec } from '../channel/channel.ts'
import type { Journal } from '../journal/journal.ts'
import type { Link } from '../link/link.ts'
import type { RequestId } from '../message/message.ts'
import type { MessageCodec } from '../message/message-codec.ts'
import type { MessageFaultReason } from '../message/message-fault.ts'
import type { InstitutionKeys } from '../options/keys.ts'
import type { PortLike } from '../ports/device/port.ts'
import type { RequestOutcome } from './client-core.ts'
import type { NewRequest } from './client-memory.ts'

/** What became of a request whose caller was told `unknown`, or had ended before. */
export interface LateOutcome {
  readonly requestId: RequestId
  /** The request as it stands in the journal; missing if this side never knew it or has forgotten it. */
  readonly request?: NewRequest | undefined
  readonly outcome: Exclude<RequestOutcome, { readonly type: 'unknown' | 'forged' | 'unreadable' }>
}

/** Something that the terminal told by itself (clause 4.3). */
export interface TerminalPush {
  readonly pushId: RequestId
  readonly text: string
}

/** What is worth a line in a log; it holds nothing of any text. */
export type SerialNotice =
  /** `terminalAhead`: by how many seconds the terminal's clock is ahead of this one. */
  | { readonly type: 'channel-open'; readonly milliseconds: number; readonly terminalAhead: number }
  | { readonly type: 'channel-lost'; readonly reason: string }
  /** Nothing is heard of the terminal any more, or again. What is under way goes on waiting until its deadline. */
  | { readonly type: 'line-silent' | 'line-back' }
  /**
   * A request stands open in the journal that went to a terminal with another key. This one is not asked: it never saw it,
   * and would say so. A person must find out.
   */
  | { readonly type: 'sent-elsewhere'; readonly requestId: RequestId }
  | { readonly type: 'progress'; readonly requestId: RequestId; readonly step: number }
  /** A text came that cannot be read, and was refused alone: the other side breaks a rule. */
  | {
      readonly type: 'message-unreadable'
      readonly of: 'request' | 'result' | 'push'
      readonly requestId: RequestId
      readonly reason: MessageFaultReason
    }
  | { readonly type: 'listener-failed'; readonly listener: 'onPush' | 'onOutcome'; readonly cause: unknown }

/** Settings of `serialTransport`. */
export interface SerialTransportOptions {
  readonly port: PortLike
  /** Own keys and the terminal's, pinned. */
  readonly keys: InstitutionKeys
  /** The business address (`strUrl`, clause 3.2) for exchanges that name none. */
  readonly url?: string | undefined
  /** Milliseconds an exchange may take, waiting and opening included. Default 120,000: the patient may be typing a password. */
  readonly deadline?: number | undefined
  /** Smaller limits, in bytes. Default: those of clause 3.2. */
  readonly limits?: TransportSpec['limits']
  /**
   * Where requests are written before they leave. Default: memory, which forgets open requests when the program ends; use
   * `fileJournal` wherever money moves. It belongs to this transport alone. Its opener closes it.
   */
  readonly journal?: Journal | undefined
  /** Takes what the terminal tells by itself. It is acknowledged once this has resolved, else it comes again. */
  readonly onPush?: ((push: TerminalPush) => void | Promise<void>) | undefined
  /**
   * Takes the outcome of requests whose caller no longer waits. Told twice only if the program ends in between, and never
   * the contrary of what was told before.
   */
  readonly onOutcome?: ((outcome: LateOutcome) => void) | undefined
  readonly onNotice?: ((notice: SerialNotice) => void) | undefined
  /** Milliseconds until the terminal must have answered and proved itself. Default 15,000. */
  readonly openLimit?: number | undefined
  /** Rates to try in turn when no answer comes at the port's own. Default: none. */
  readonly bauds?: readonly number[] | undefined
  /** False: texts are sent as they are, so that their length on the line says nothing of their content. Default true. */
  readonly compress?: boolean | undefined
  /** False: deflate only. Default true: brotli where the terminal reads it. */
  readonly brotli?: boolean | undefined
  /** The clock and timers. Default: those of the runtime. */
  readonly timers?: Timers | undefined
  /** The first seam: framing and repetition. Default: MSL/1. */
  readonly link?: (() => Link) | undefined
  /** The second seam: the secure channel. Default: MSL/1 under `keys`. */
  readonly channel?: ChannelCodec | undefined
  /** The third seam: the form of messages. Default: MSL/1. */
  readonly codec?: MessageCodec | undefined
}

/** Every option of a transport. */
export const serialTransportOptions: OptionNames<SerialTransportOptions> = {
  port: true,
  keys: true,
  url: true,
  deadline: true,
  limits: true,
  journal: true,
  onPush: true,
  onOutcome: true,
  onNotice: true,
  openLimit: true,
  bauds: true,
  compress: true,
  brotli: true,
  timers: true,
  link: true,
  channel: true,
  codec: true,
}
