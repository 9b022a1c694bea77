import type { ChannelCodec, ChannelContext, ChannelEvent, ChannelStep, SecureChannel } from '../channel/channel.ts'
import type { ChannelEnd } from '../channel/channel-fault.ts'
import type { DownReason, Link, LinkEvent } from '../link/link.ts'
import {
  carriesText,
  isInPlace,
  type LinkMessage,
  type ReceivedMessage,
  type RequestId,
  type Role,
  type StreamName,
  streamOf,
} from '../message/message.ts'
import type { MessageCodec, MessageDecoder } from '../message/message-codec.ts'
import { MessageFault, type MessageFaultReason } from '../message/message-fault.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createRestarts } from './restarts.ts'
import { EDITION, ownSettings, readSettings, type SessionSettings } from './session-settings.ts'

/** `OUTBOX_FULL`: the other side takes nothing and goes on asking; what it would be told no longer fits the memory for it. */
export type SessionEnd = DownReason | ChannelEnd | MessageFaultReason | 'OUTBOX_FULL'

/** Several texts of full length, besides those that the link holds. No side that keeps the rules has so much to say at once. */
export const OUTBOX_MOST = 4 * 1024 * 1024
/** A handshake of 401 bytes takes half a second at 9600 baud; on a bad line several. */
export const HANDSHAKE_LIMIT = 20_000
const NEVER = Number.POSITIVE_INFINITY

export type SessionEvent =
  /** Both sides are proved; messages may be sent. `peer`: the fingerprint of the other side's key; `peerTime`: its clock, in seconds. */
  | { readonly type: 'open'; readonly peer: Uint8Array; readonly peerTime: number }
  /** The session is gone with everything that waited; another may open by itself. */
  | { readonly type: 'lost'; readonly reason: SessionEnd }
  /** Nothing is heard any more, or again; the session goes on where it was. */
  | { readonly type: 'silent' | 'back' }
  | { readonly type: 'message'; readonly message: ReceivedMessage }
  /** The other side's link has the last byte of a text: what is said of it from now on does not overtake it. */
  | { readonly type: 'arrived'; readonly kind: LinkMessage['kind']; readonly id: RequestId }
  /** What the link says of the line below it. */
  | Extract<LinkEvent, { readonly type: 'try-next-rate' | 'echo' | 'incompatible' }>

export interface SessionStep {
  readonly bytesOut: Uint8Array
  readonly events: readonly SessionEvent[]
  readonly wakeAt: number
}

export interface SessionParts {
  readonly link: Link
  readonly channel: ChannelCodec
  readonly codec: MessageCodec
  readonly bootId: Uint8Array
  readonly settings: SessionSettings
  readonly role: Role
  /** Seconds since 1970; the other side is told. */
  readonly clock: () => number
}

/**
 * Link, channel and message form in one: bytes of a port below, messages above. Like its parts it has no clock and no
 * device; the owner of the port calls `step` when bytes arrive, when `wakeAt` is reached and after `send`.
 */
export interface Session {
  readonly isOpen: boolean
  step(now: number, bytesIn?: Uint8Array): SessionStep
  /** Queues a message; false if there is no session to carry it, and then it will never leave. */
  send(now: number, message: LinkMessage): boolean
  /** Says goodbye. Step once more for the last bytes. */
  close(now: number): void
}

export function createSession(parts: SessionParts): Session {
  return new StackedSession(parts)
}

class StackedSession implements Session {
  readonly #link: Link
  readonly #channels: ChannelCodec
  readonly #codec: MessageCodec
  readonly #bootId: Uint8Array
  readonly #settings: SessionSettings
  readonly #role: Role
  readonly #clock: () => number
  readonly #outbox: Outbox<Pick<LinkMessage, 'kind' | 'id'>>
  readonly #restarts = createRestarts()
  #channel: SecureChannel | undefined
  #decoders: Record<StreamName, MessageDecoder> | undefined
  #isOpen = false
  /** When a handshake that is under way must have ended. */
  #handshakeDue = NEVER
  #brotli = false
  #events: SessionEvent[] = []

  constructor({ link, channel, codec, bootId, settings, role, clock }: SessionParts) {
    this.#link = link
    this.#channels = channel
    this.#codec = codec
    this.#bootId = bootId
    this.#settings = settings
    this.#role = role
    this.#clock = clock
    this.#outbox = createOutbox(link)
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  step(now: number, bytesIn?: Uint8Array): SessionStep {
    if (now >= this.#handshakeDue) this.#fail(now, 'HANDSHAKE_TIMEOUT')
    if (this.#restarts.takeDue(now)) this.#link.restart()
    const { bytesOut, events: below, wakeAt } = this.#link.step(now, bytesIn)
    for (const event of below) this.#onLink(now, event)
    for (const { kind, id } of this.#outbox.takeArrived()) this.#events.push({ type: 'arrived', kind, id })
    const more = below.length > 0 || this.#outbox.flush()
    const events = this.#events
    this.#events = []
    // What was queued meanwhile needs another step, at once.
    return { bytesOut, events, wakeAt: more ? now : Math.min(wakeAt, this.#restarts.dueAt, this.#handshakeDue) }
  }

  send(now: number, message: LinkMessage): boolean {
    if (this.#channel === undefined || !this.#isOpen) return false
    const bytes = this.#codec.encode(message, { brotli: this.#brotli, compress: this.#settings.compress })
    this.#outbox.put(this.#channel.send(now, streamOf(message), bytes), carriesText(message) ? message : undefined)
    if (this.#outbox.waitingBytes <= OUTBOX_MOST) return true
    this.#fail(now, 'OUTBOX_FULL')
    return false
  }

  close(now: number): void {
    if (this.#channel !== undefined) this.#outbox.put(this.#channel.close(now))
    this.#channel = undefined
    this.#isOpen = false
    this.#link.close()
  }

  #onLink(now: number, event: LinkEvent): void {
    switch (event.type) {
      case 'up':
        if (event.resumed) this.#events.push({ type: 'back' })
        else this.#begin(now, event.versions)
        return
      case 'down':
        if (event.kept) this.#events.push({ type: 'silent' })
        else this.#lose(event.reason)
        return
      case 'message':
        if (this.#channel !== undefined) this.#take(now, this.#channel.receive(now, event))
        return
      case 'sent':
        return
      default:
        this.#events.push(event)
    }
  }

  #begin(now: number, linkVersions: ChannelContext['linkVersions']): void {
    this.#outbox.clear()
    this.#restarts.cancel()
    this.#handshakeDue = now + HANDSHAKE_LIMIT
    const options = ownSettings(this.#settings, this.#clock())
    this.#channel = this.#channels.create({ options, bootId: this.#bootId, linkVersions })
    this.#decoders = { control: this.#codec.decoder(), data: this.#codec.decoder() }
    this.#take(now, this.#channel.start(now))
  }

  #take(now: number, step: ChannelStep): void {
    this.#outbox.put(step.packets)
    for (const event of step.events) this.#onChannel(now, event)
  }

  #onChannel(now: number, event: ChannelEvent): void {
    switch (event.type) {
      case 'open':
        this.#onOpen(now, event)
        return
      case 'closed':
        this.#fail(now, event.reason)
        return
      case 'data':
        this.#decode(now, event.stream, event.bytes)
    }
  }

  #onOpen(now: number, { peer, peerOptions }: Extract<ChannelEvent, { readonly type: 'open' }>): void {
    const { edition, brotli, time } = readSettings(peerOptions)
    if (edition !== EDITION || time === 0) {
      this.#fail(now, edition === EDITION ? 'HANDSHAKE_MALFORMED' : 'VERSION_UNSUPPORTED')
      return
    }
    this.#isOpen = true
    this.#handshakeDue = NEVER
    this.#restarts.opened(now)
    this.#brotli = this.#settings.brotli && brotli
    this.#events.push({ type: 'open', peer, peerTime: time })
  }

  #decode(now: number, stream: StreamName, bytes: Uint8Array): void {
    try {
      for (const message of this.#decoders?.[stream].push(bytes) ?? []) {
        if (!isInPlace(message, this.#role, stream)) throw new MessageFault('MESSAGE_MISPLACED')
        if (message.kind !== 'poisoned') this.#restarts.proved()
        this.#events.push({ type: 'message', message })
      }
    } catch (error) {
      this.#fail(now, error instanceof MessageFault ? error.reason : 'MESSAGE_BODY_INVALID')
    }
  }

  /** Nothing can be trusted any more: say so, then begin anew. */
  #fail(now: number, reason: SessionEnd): void {
    this.#restarts.failed(now)
    if (this.#channel !== undefined) this.#outbox.put(this.#channel.refuse())
    this.#lose(reason)
  }

  #lose(reason: SessionEnd): void {
    const had = this.#channel !== undefined
    this.#outbox.clear()
    this.#handshakeDue = NEVER
    this.#channel?.close(0)
    this.#channel = undefined
    this.#decoders = undefined
    this.#isOpen = false
    if (had) this.#events.push({ type: 'lost', reason })
  }
}
