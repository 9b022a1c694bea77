import type { LinkVersions } from '../link/link.ts'
import type { StreamName } from '../message/message.ts'
import type { ChannelEnd } from './channel-fault.ts'

/** One message for the link, to be delivered whole and in order on its stream. */
export interface ChannelPacket {
  readonly stream: StreamName
  readonly bytes: Uint8Array
}

export type ChannelEvent =
  /** Both sides have proved who they are; from now on `send` may be called. */
  | {
      readonly type: 'open'
      /** The first 8 bytes of SM3 over the other side's public key. */
      readonly peer: Uint8Array
      /** The 8 bytes that the other side said of itself. */
      readonly peerOptions: Uint8Array
      /** The terminal's run; on the terminal its own. */
      readonly bootId: Uint8Array
    }
  /** A piece of what the other side sent, in order within its stream. */
  | { readonly type: 'data'; readonly stream: StreamName; readonly bytes: Uint8Array }
  /** The end; nothing comes after it. */
  | { readonly type: 'closed'; readonly reason: ChannelEnd }

/** What a step of the channel wants sent, and what it has to say. */
export interface ChannelStep {
  readonly packets: readonly ChannelPacket[]
  readonly events: readonly ChannelEvent[]
}

/**
 * The second seam of the link: secrecy and proof of who speaks, between a link that keeps order and a message form. It
 * has no clock and no device of its own. A vendor's own channel takes its place here.
 *
 * Hard rules for an implementation: nothing throws on any input; nothing that was not proved is released; after the
 * first failure it gives `closed` once and is dead; its keys end with it.
 */
export interface SecureChannel {
  /** Called once, when the link has come up with empty streams. */
  start(now: number): ChannelStep
  /** Takes one packet as the link delivered it. */
  receive(now: number, packet: ChannelPacket): ChannelStep
  /** Protects bytes of any length; they arrive as one or more `data` events. Gives nothing unless the channel is open. */
  send(now: number, stream: StreamName, bytes: Uint8Array): readonly ChannelPacket[]
  /** Ends the channel, wipes its keys and gives the packets that tell the other side. */
  close(now: number): readonly ChannelPacket[]
  /** What came through the channel breaks the rules of the layer above: ends it like a failure of its own. */
  refuse(): readonly ChannelPacket[]
}

/** What a channel is told when it is made, once for each time the link comes up anew. */
export interface ChannelContext {
  /** 8 bytes that the other side is told, with proof. */
  readonly options: Uint8Array
  /** 8 bytes that name this run of the program. */
  readonly bootId: Uint8Array
  /** What the sides have offered on the link below. Both must have seen the same, or there is no channel. */
  readonly linkVersions: { readonly own: LinkVersions; readonly peer: LinkVersions }
}

/** Makes channels, one after another. */
export interface ChannelCodec {
  readonly name: string
  create(context: ChannelContext): SecureChannel
}
