const encoder = new TextEncoder()

export function bytesOfAscii(text: string): Uint8Array {
  return encoder.encode(text)
}
