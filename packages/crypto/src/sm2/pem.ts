import { base64ToBytes, bytesToBase64 } from '../bytes/base64.ts'

/** RFC 7468: lines of 64 characters. */
export function writePem(label: string, bytes: Uint8Array): string {
  const lines = bytesToBase64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** The bytes of the one block in a text, or `undefined` when the text is no such block or has another label. */
export function readPem(label: string, text: string): Uint8Array | undefined {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`]
  const block = text.trim()
  if (!block.startsWith(begin) || !block.endsWith(end)) return undefined
  const body = block.slice(begin.length, -end.length)
  return /^\r?\n[A-Za-z0-9+/=\r\n]+$/.test(body) ? base64ToBytes(body.replace(/[\r\n]/g, '')) : undefined
}
