import { base64ToBytes, bytesToBase64, bytesToHex, hexToBytes } from '@nationec/crypto'

/** How bytes stand in text. */
export type TextEncoding = 'hex' | 'base64'

/** @throws `CRYPTO_ENCODING_INVALID` */
export function bytesOf(text: string, encoding: TextEncoding): Uint8Array {
  const compact = text.replaceAll(/\s/g, '')
  return encoding === 'hex' ? hexToBytes(compact) : base64ToBytes(compact)
}

export function textOfBytes(bytes: Uint8Array, encoding: TextEncoding): string {
  return encoding === 'hex' ? bytesToHex(bytes) : bytesToBase64(bytes)
}
