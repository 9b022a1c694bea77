import type { ApplicationSecrets } from './key-schedule.ts'

/** What a finished handshake leaves behind. */
export interface HandshakeResult {
  readonly secrets: ApplicationSecrets
  /** Fingerprint of the other side's key. */
  readonly peer: Uint8Array
  readonly peerOptions: Uint8Array
  readonly bootId: Uint8Array
}

/** One side of a handshake: it throws a `ChannelFault` for everything that is not right. */
export interface Handshake {
  /** The first bytes of this side, if it speaks first. */
  start(): Uint8Array | undefined
  /** Takes the next handshake message. */
  receive(bytes: Uint8Array): { readonly reply?: Uint8Array; readonly result: HandshakeResult | undefined }
}

export type Random = (length: number) => Uint8Array
