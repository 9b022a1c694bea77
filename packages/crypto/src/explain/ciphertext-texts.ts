import type { BilingualText } from '../errors/error-texts.ts'
import { type Encoded, encodingTexts } from './encoding.ts'
import { type ExplanationStep, joinTexts } from './explanation.ts'

export const NOT_READABLE: BilingualText = {
  en: 'The ciphertext is neither hexadecimal nor Base64: characters are missing or were changed on the way.',
  zh: '密文既不是十六进制也不是 Base64：传输中可能缺失或改动了字符。',
}

export function encodingsStep(encoded: readonly Encoded[]): ExplanationStep<'encoding'> {
  return { step: 'encoding', fits: true, text: joinTexts(encoded.map(({ encoding }) => encodingTexts[encoding])) }
}
