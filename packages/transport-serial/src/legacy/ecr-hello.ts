/** The first byte of a hello block; those of messages are below it. */
export const HELLO = 0x80
const ID_BYTES = 8

/** HELLO isUp[1] bootId[8] own[8] seen[8]: who I am, the session I offer, and the one I have heard of. */
export interface Hello {
  /** Both sides have seen each other, as far as this one knows: no answer is needed. */
  readonly isUp: boolean
  readonly bootId: Uint8Array
  readonly own: Uint8Array
  /** Zeros if none was heard. */
  readonly seen: Uint8Array
}

export const NOTHING_SEEN: Uint8Array = new Uint8Array(ID_BYTES)

export function encodeHello({ isUp, bootId, own, seen }: Hello): Uint8Array {
  return Uint8Array.of(HELLO, isUp ? 1 : 0, ...bootId, ...own, ...seen)
}

export function decodeHello(data: Uint8Array): Hello | undefined {
  if (data[0] !== HELLO || data.length !== 2 + 3 * ID_BYTES) return undefined
  return { isUp: data[1] === 1, bootId: data.slice(2, 10), own: data.slice(10, 18), seen: data.slice(18, 26) }
}
