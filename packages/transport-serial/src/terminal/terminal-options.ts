import type { OptionNames } from '@nationec/errors'
import type { Timers } from '@nationec/transport'
import type { ChannelCodec } from '../channel/channel.ts'
import type { Journal } from '../journal/journal.ts'
import type { Link } from '../link/link.ts'
import type { RequestId } from '../message/message.ts'
import type { MessageCodec } from '../message/message-codec.ts'
import type { MessageFaultReason } from '../message/message-fault.ts'
import type { TerminalKeys } from '../options/keys.ts'
import type { PortLike } from '../ports/device/port.ts'
import type { Outcome, Work } from './terminal-core.ts'

/** What a handler is given besides the text. */
export interface HandleContext {
  readonly url: string
  readonly requestId: RequestId
  /** Aborted when the institution gives the request up. Stop if nothing has happened yet; what you return still counts. */
  readonly signal: AbortSignal
  /** Tells the institution that it goes on, as while the patient types. */
  readonly progress: () => void
}

/**
 * Carries one request out and gives the answer. Never called twice for one request, and never two at a time.
 *
 * What it throws leaves the outcome unknown, because it cannot be told how far it came; only an error of nationec that says
 * `not-sent` counts as "not executed".
 */
export type Handle = (text: string, context: HandleContext) => string | Promise<string>

/**
 * Asks the payment centre what became of a request that was begun before a restart, by the institution's own number.
 *
 * Say `not-executed` only when the centre will not carry it out any more either: after its own settling time, or if it
 * knows the number as refused. Say `unknown` otherwise; you are asked again when the institution asks. Give up in time:
 * nothing else is carried out meanwhile.
 */
export type Recover = (work: Work) => Outcome | Promise<Outcome>

/** What is worth a line in a terminal's log; it holds nothing of any text. */
export type TerminalNotice =
  | { readonly type: 'port-open' }
  | { readonly type: 'port-failed' | 'port-lost'; readonly cause: unknown }
  | { readonly type: 'channel-open' }
  | { readonly type: 'channel-lost'; readonly reason: string }
  /** A text came that cannot be read, and was refused alone: the other side breaks a rule. */
  | {
      readonly type: 'message-unreadable'
      readonly of: 'request' | 'result' | 'push'
      readonly requestId: RequestId
      readonly reason: MessageFaultReason
    }
  | { readonly type: 'handler-failed'; readonly requestId: RequestId; readonly cause: unknown }

/** Settings of `serialTerminal`. */
export interface SerialTerminalOptions {
  readonly port: PortLike
  /** Own keys and those of the institution, pinned. */
  readonly keys: TerminalKeys
  /** Its memory. `fileJournal` wherever something real happens. Its opener closes it. */
  readonly journal: Journal
  readonly handle: Handle
  /** Default: every request that was begun before a restart stays unknown. */
  readonly recover?: Recover | undefined
  readonly onNotice?: ((notice: TerminalNotice) => void) | undefined
  /** False: results are sent as they are. Default true. */
  readonly compress?: boolean | undefined
  /** False: deflate only. Default true. */
  readonly brotli?: boolean | undefined
  /** The clock and timers. Default: those of the runtime. */
  readonly timers?: Timers | undefined
  /** The three seams, as in `serialTransport`. */
  readonly link?: (() => Link) | undefined
  readonly channel?: ChannelCodec | undefined
  readonly codec?: MessageCodec | undefined
}

/** Every option of a terminal. */
export const serialTerminalOptions: OptionNames<SerialTerminalOptions> = {
  port: true,
  keys: true,
  journal: true,
  handle: true,
  recover: true,
  onNotice: true,
  compress: true,
  brotli: true,
  timers: true,
  link: true,
  channel: true,
  codec: true,
}
