import { base64ToBytes, bytesToBase64 } from '../bytes/base64.ts'
import { secretMoved } from '../bytes/secret.ts'
import { CryptoError } from '../errors/crypto-error.ts'

/** RFC 7468: lines of 64 characters. */
export function writePem(label: string, bytes: Uint8Array): string {
  const lines = bytesToBase64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** One block of a text. */
export interface PemBlock {
  readonly label: string
  /** `undefined` where it is no Base64 between the two lines. */
  readonly bytes: Uint8Array | undefined
  /** Whether it was encrypted in the way before PKCS#8: `Proc-Type: 4,ENCRYPTED`. */
  readonly oldEncryption: boolean
}

/** A block from its first line to the last one with the same label. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----/gs

/**
 * Every block of a text. White space between and inside the lines means nothing: blocks come indented out of YAML and
 * template literals, on one line, with `\n` spelt out from environment variables, and below the attributes of a PKCS#12
 * file.
 */
export function pemBlocks(text: string): PemBlock[] {
  const lines = text.replace(/\\r|\\n/g, '\n')
  return Array.from(lines.matchAll(BLOCK), ([, label = '', body = '']) => ({
    label,
    bytes: base64Of(body.replace(/\s+/g, '')),
    oldEncryption: /^\s*Proc-Type:[^\n]*ENCRYPTED/.test(body),
  }))
}

function base64Of(text: string): Uint8Array | undefined {
  try {
    return text === '' ? undefined : secretMoved(base64ToBytes(text))
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
