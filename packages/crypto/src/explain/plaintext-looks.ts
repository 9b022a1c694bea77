import { decodeUtf8 } from '@nationec/errors'
import type { BilingualText } from '../errors/error-texts.ts'

/** What a plaintext is, as far as can be told without showing it. */
export type Looks = 'json' | 'text' | 'bytes'

/** Text is UTF-8 without control characters but white space. */
export function looksOf(plaintext: Uint8Array): Looks {
  const text = decodeUtf8(plaintext)?.replace(/^\uFEFF/, '')
  if (text === undefined || text === '') return 'bytes'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return 'bytes'
  return /^\s*[[{]/.test(text) && isJson(text) ? 'json' : 'text'
}

export function looksText(looks: Looks): BilingualText {
  return {
    json: { en: 'the plaintext is JSON', zh: '明文为 JSON' },
    text: { en: 'the plaintext is text', zh: '明文为文本' },
    bytes: { en: 'the plaintext is no text', zh: '明文不是文本' },
  }[looks]
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
