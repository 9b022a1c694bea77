const DIGITS = {
  upper: new TextEncoder().encode('0123456789ABCDEF'),
  lower: new TextEncoder().encode('0123456789abcdef'),
} as const

/** Hexadecimal digits in either case. A bill makes hundreds of thousands: they are written as bytes and decoded at once. */
export function hexText(bytes: Uint8Array, hexCase: 'upper' | 'lower'): string {
  const digits = DIGITS[hexCase]
  const written = new Uint8Array(bytes.length * 2)
  let at = 0
  for (const byte of bytes) {
    written[at] = digits[byte >> 4] ?? 0
    written[at + 1] = digits[byte & 15] ?? 0
    at += 2
  }
  return new TextDecoder().decode(written)
}
