/** What a side says of itself in the handshake, with proof. */
export interface SessionSettings {
  /** It can read brotli, and writes it to a side that can. */
  readonly brotli: boolean
  /** False: its own texts are never compressed. */
  readonly compress: boolean
}

/** Edition of the message layer. */
const EDITION = 1
const BROTLI = 1

/** edition[1] flags[1] zero[6]; bit 0 of the flags: reads brotli. */
export function ownSettings({ brotli }: SessionSettings): Uint8Array {
  return Uint8Array.of(EDITION, brotli ? BROTLI : 0, 0, 0, 0, 0, 0, 0)
}

/** Bits that this edition does not know are left alone, so that a later one may use them. */
export function readSettings(options: Uint8Array): { readonly edition: number; readonly brotli: boolean } {
  return { edition: options[0] ?? 0, brotli: ((options[1] ?? 0) & BROTLI) !== 0 }
}
