import type { ChannelCodec, ChannelEvent, ChannelPacket, SecureChannel } from '../channel/channel.ts'
import type { ChannelEnd } from '../channel/channel-fault.ts'
import type { DownReason, Link, LinkEvent } from '../link/link.ts'
import { type LinkMessage, type StreamName, streamOf } from '../message/message.ts'
import type { MessageCodec, MessageDecoder } from '../message/message-codec.ts'
import { MessageFault, type MessageFaultReason } from '../message/message-fault.ts'
import { createOutbox } from './outbox.ts'
import { ownSettings, readSettings, type SessionSettings } from './session-settings.ts'

export type SessionEnd = DownReason | ChannelEnd | MessageFaultReason

export type SessionEvent =
  /** Both sides are proved; messages may be sent. `peer`: the fingerprint of the other side's key. */
  | { readonly type: 'open'; readonly peer: Uint8Array }
  /** The session is gone with everything that waited; another may open by itself. */
  | { readonly type: 'lost'; readonly reason: SessionEnd }
  /** Nothing is heard any more, or again; the session goes on where it was. */
  | { readonly type: 'silent' | 'back' }
  | { readonly type: 'message'; readonly message: LinkMessage }
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
}

/**
 * Link, channel and message form in one: bytes of a port below, messages above. Like its parts it has no clock and no
 * device; whoever owns the port calls `step` when bytes arrive, when `wakeAt` is reached and after `send`.
 */
export interface Session {
  readonly isOpen: boolean
  step(now: number, bytesIn?: Uint8Array): SessionStep
  /** Queues a message; false if there is no session to carry it, and then it will never leave. */
  send(now: number, message: LinkMessage): boolean
  /** Says goodbye. Step once more for the last bytes. */
  close(now: number): void
}

/** How long the last word of a failed channel may take to leave, before the link begins anew. */
const FAREWELL = 300
/** A channel that fails again and again is tried more and more slowly. */
const RESTART_MOST = 10_000

export function createSession({ link, channel: channels, codec, bootId, settings }: SessionParts): Session {
  const outbox = createOutbox(link)
  let channel: SecureChannel | undefined
  let decoders: Record<StreamName, MessageDecoder> | undefined
  let isOpen = false
  let brotli = false
  let restartAt = Number.POSITIVE_INFINITY
  let failures = 0
  let events: SessionEvent[] = []

  return {
    get isOpen() {
      return isOpen
    },
    step(now, bytesIn) {
      if (now >= restartAt) {
        restartAt = Number.POSITIVE_INFINITY
        link.restart()
      }
      const { bytesOut, events: below, wakeAt } = link.step(now, bytesIn)
      for (const event of below) onLink(now, event)
      const more = below.length > 0 || outbox.flush()
      const told = events
      events = []
      // What was queued meanwhile needs another step, at once.
      return { bytesOut, events: told, wakeAt: more ? now : Math.min(wakeAt, restartAt) }
    },
    send(now, message) {
      if (channel === undefined || !isOpen) return false
      const bytes = codec.encode(message, { brotli, compress: settings.compress })
      outbox.put(channel.send(now, streamOf(message), bytes))
      return true
    },
    close(now) {
      if (channel !== undefined) outbox.put(channel.close(now))
      channel = undefined
      isOpen = false
      link.close()
    },
  }

  function onLink(now: number, event: LinkEvent): void {
    switch (event.type) {
      case 'up':
        if (event.resumed) events.push({ type: 'back' })
        else begin(now)
        return
      case 'down':
        if (event.kept) events.push({ type: 'silent' })
        else lose(event.reason)
        return
      case 'message':
        receive(now, event)
        return
      case 'sent':
        return
      default:
        events.push(event)
    }
  }

  function begin(now: number): void {
    outbox.clear()
    restartAt = Number.POSITIVE_INFINITY
    channel = channels.create({ options: ownSettings(settings), bootId })
    decoders = { control: codec.decoder(), data: codec.decoder() }
    take(now, channel.start(now))
  }

  function receive(now: number, packet: ChannelPacket): void {
    if (channel !== undefined) take(now, channel.receive(now, packet))
  }

  function take(now: number, step: { packets: readonly ChannelPacket[]; events: readonly ChannelEvent[] }): void {
    outbox.put(step.packets)
    for (const event of step.events) onChannel(now, event)
  }

  function onChannel(now: number, event: ChannelEvent): void {
    switch (event.type) {
      case 'open':
        isOpen = true
        failures = 0
        brotli = settings.brotli && readSettings(event.peerOptions).brotli
        events.push({ type: 'open', peer: event.peer })
        return
      case 'closed':
        fail(now, event.reason)
        return
      case 'data':
        decode(now, event.stream, event.bytes)
    }
  }

  function decode(now: number, stream: StreamName, bytes: Uint8Array): void {
    try {
      for (const message of decoders?.[stream].push(bytes) ?? []) events.push({ type: 'message', message })
    } catch (error) {
      fail(now, error instanceof MessageFault ? error.reason : 'MESSAGE_BODY_INVALID')
    }
  }

  /** Nothing can be trusted any more: say so, then begin anew. */
  function fail(now: number, reason: SessionEnd): void {
    failures += 1
    restartAt = now + Math.min(FAREWELL * 2 ** (failures - 1), RESTART_MOST)
    lose(reason)
  }

  function lose(reason: SessionEnd): void {
    const had = channel !== undefined
    channel?.close(0)
    channel = undefined
    decoders = undefined
    isOpen = false
    if (had) events.push({ type: 'lost', reason })
  }
}
