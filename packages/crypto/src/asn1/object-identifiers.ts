/** Names of what key documents are about, by the bytes of the object identifier in hexadecimal digits. */
export const algorithmNames: Readonly<Record<string, string>> = {
  '2a8648ce3d0201': 'EC',
  '2a811ccf5501822d': 'SM2',
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b8104000a': 'secp256k1',
  '2a864886f70d010101': 'RSA',
  '2a864886f70d01010a': 'RSA-PSS',
  '2a8648ce380401': 'DSA',
  '2b656e': 'X25519',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
}

/** An object identifier as numbers with points between. */
export function dotted(content: Uint8Array): string {
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 127)
    if (byte >= 128) continue
    if (numbers.length === 0)
      numbers.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)))
    else numbers.push(value)
    value = 0
  }
  return numbers.join('.')
}
