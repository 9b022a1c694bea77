import { cryptoError } from '../errors/make-error.ts'

const encoder = new TextEncoder()

/** UTF-8. A lone surrogate has no UTF-8 form and is refused, not replaced. */
export function textToBytes(text: string): Uint8Array {
  if (!text.isWellFormed()) {
    throw cryptoError('CRYPTO_ENCODING_INVALID', {
      en: 'The text holds half of a surrogate pair.',
      zh: '文本含有不成对的代理字符。',
    })
  }
  return encoder.encode(text)
}
