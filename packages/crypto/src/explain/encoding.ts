import { base64ToBytes } from '../bytes/base64.ts'
import { hexToBytes } from '../bytes/hex.ts'
import { CryptoError } from '../errors/crypto-error.ts'
import type { BilingualText } from '../errors/error-texts.ts'

/** How a partner wrote bytes down. */
export type Encoding = 'bytes' | 'hex' | 'base64' | 'base64-of-hex' | 'base64url'

export interface Encoded {
  readonly encoding: Encoding
  readonly bytes: Uint8Array
}

export const encodingTexts: Readonly<Record<Encoding, BilingualText>> = {
  bytes: { en: 'bytes', zh: '字节' },
  hex: { en: 'hexadecimal', zh: '十六进制' },
  base64: { en: 'Base64', zh: 'Base64' },
  'base64-of-hex': { en: 'Base64 of hexadecimal text', zh: '十六进制文本再做 Base64' },
  base64url: { en: 'Base64url', zh: 'Base64url' },
}

/** Every way in which the text can be read; line breaks and spaces around it are forgiven here, and only here. */
export function readEncoded(given: Uint8Array | string): Encoded[] {
  if (typeof given !== 'string') return [{ encoding: 'bytes', bytes: given }]
  const text = given.replace(/\s+/g, '')
  const found: Encoded[] = []
  const add = (encoding: Encoding, read: () => Uint8Array): void => {
    const bytes = attempt(read)
    if (bytes !== undefined && bytes.length > 0) found.push({ encoding, bytes })
  }
  add('hex', () => hexToBytes(text))
  add('base64', () => base64ToBytes(text))
  add('base64-of-hex', () => hexToBytes(new TextDecoder().decode(base64ToBytes(text))))
  if (/[-_]/.test(text) || text.length % 4 !== 0) {
    const standard = text.replaceAll('-', '+').replaceAll('_', '/')
    add('base64url', () => base64ToBytes(standard.padEnd(Math.ceil(standard.length / 4) * 4, '=')))
  }
  return found
}

/** The result, or `undefined` where our own checks refused. */
export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
