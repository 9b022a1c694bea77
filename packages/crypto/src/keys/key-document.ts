import { requireOneOf, requireOption } from '@nationec/errors'
import { base64ToBytes } from '../bytes/base64.ts'
import { copyBytes } from '../bytes/copy.ts'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import { type PemBlock, pemBlocks } from '../sm2/pem.ts'

/** A document: PEM, its bytes in Base64, or the bytes themselves (`.der`, `.cer`). */
export type KeyDocumentInput =
  | { readonly format: 'pem' | 'base64'; readonly text: string }
  | { readonly format: 'raw'; readonly bytes: Uint8Array }

/** The blocks of a text, or the bytes as one block without a label. */
export function documentBlocks(input: KeyDocumentInput): PemBlock[] {
  requireOneOf(input?.format, 'format', ['pem', 'base64', 'raw'], cryptoOptionError)
  if (input.format === 'raw') {
    expectBytes(input.bytes, 'bytes')
    return [unlabelled(copyBytes(input.bytes))]
  }
  const { text } = input
  requireOption(typeof text === 'string', 'text', { en: 'text', zh: '文本' }, cryptoOptionError)
  return input.format === 'pem' ? pemBlocks(text) : [unlabelled(base64ToBytes(text.replace(/\s+/g, '')))]
}

function unlabelled(bytes: Uint8Array): PemBlock {
  return { label: '', bytes, oldEncryption: false }
}
