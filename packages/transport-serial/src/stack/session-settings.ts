/** What a side says of itself in the handshake, with proof. */
export interface SessionSettings {
  /** It can read brotli, and writes it to a side that can. */
  readonly brotli: boolean
  /** False: its own texts are never compressed. */
  readonly compress: boolean
}

/** Edition of the message layer. */
export const EDITION = 1
const BROTLI = 1

/** What the other side has said of itself. */
export interface PeerSettings {
  readonly edition: number
  readonly brotli: boolean
  /** Its clock: seconds since 1970. Its requests carry this clock's time. */
  readonly time: number
}

/** edition[1] flags[1] zero[2] time[4]; bit 0 of the flags: reads brotli. */
export function ownSettings({ brotli }: SessionSettings, time: number): Uint8Array {
  const options = Uint8Array.of(EDITION, brotli ? BROTLI : 0, 0, 0, 0, 0, 0, 0)
  new DataView(options.buffer).setUint32(4, time)
  return options
}

/** Bits that this edition does not know are left alone, so that a later one may use them. */
export function readSettings(options: Uint8Array): PeerSettings {
  const view = new DataView(options.buffer, options.byteOffset, options.length)
  return { edition: view.getUint8(0), brotli: (view.getUint8(1) & BROTLI) !== 0, time: view.getUint32(4) }
}
