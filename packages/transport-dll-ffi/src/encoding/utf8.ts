const encoder = new TextEncoder()

/** The bytes of a well-formed text. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}
