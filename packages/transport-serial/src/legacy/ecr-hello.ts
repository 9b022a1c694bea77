/** The first byte of a hello block; those of messages are below it. */
export const HELLO = 0x80
const ID_BYTES = 8
/** HELLO bootId[8] own[8] seen[8]: who I am, the session I offer, and the one I have heard of. */
export interface Hello {
  readonly bootId: Uint8Array
  readonly own: Uint8Array
  /** Zeros if none was heard. */
  readonly seen: Uint8Array
}

export const NOTHING_SEEN: Uint8Array = new Uint8Array(ID_BYTES)

export function encodeHello({ bootId, own, seen }: Hello): Uint8Array {
  return Uint8Array.of(HELLO, ...bootId, ...own, ...seen)
}

export function decodeHello(data: Uint8Array): Hello | undefined {
  if (data[0] !== HELLO || data.length !== 1 + 3 * ID_BYTES) return undefined
  return { bootId: data.slice(1, 9), own: data.slice(9, 17), seen: data.slice(17, 25) }
}
