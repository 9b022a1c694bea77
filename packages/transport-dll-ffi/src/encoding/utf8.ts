const encoder = new TextEncoder()
// The mark at the start is part of the text: a transport carries what it is given.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The bytes of a well-formed text. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** The text of the bytes, or `undefined` if they are not UTF-8 from beginning to end. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}
