import { type BilingualText, requireOption } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import { encodingsStep, NOT_READABLE } from './ciphertext-texts.ts'
import { readEncoded } from './encoding.ts'
import { type ExplainSm2Input, explainSm2, type Sm2CiphertextVariant } from './explain-sm2-ciphertext.ts'
import { explainSm4 } from './explain-sm4-ciphertext.ts'
import type { Explanation, ExplanationStep } from './explanation.ts'
import type { ExplainSm4Input, Sm4CiphertextVariant } from './sm4-variant.ts'

export type ExplainCiphertextInput = ExplainSm2Input | ExplainSm4Input
export type CiphertextStep = 'encoding' | 'form' | 'key' | 'decryption'
export type CiphertextVariant = Sm2CiphertextVariant | Sm4CiphertextVariant

const A_KEY: BilingualText = { en: 'given, or `sm4Key`', zh: '必填项，或改填 `sm4Key`' }

/**
 * Finds out how a partner encrypted: for SM2 the order of the parts, 04 and ASN.1; for SM4 the mode, the padding and
 * what the bytes of the key are. Gives the options with which `decrypt` or `open` works, never the plaintext.
 *
 * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { bytesToHex, createSm4Key, explainCiphertext } from '@nationec/crypto'
 *
 * const secret = '0123456789abcdef' // the partner's document does not say whether this is text or hexadecimal
 * const key = createSm4Key(new TextEncoder().encode(secret))
 * const ciphertext = bytesToHex(key.encrypt(new TextEncoder().encode('{"a":"1"}'), { mode: 'ecb' }))
 * console.log(explainCiphertext({ ciphertext, sm4Key: secret }).text.en)
 * ```
 */
export function explainCiphertext(input: ExplainSm2Input): Explanation<Sm2CiphertextVariant, CiphertextStep>
export function explainCiphertext(input: ExplainSm4Input): Explanation<Sm4CiphertextVariant, CiphertextStep>
export function explainCiphertext(input: ExplainCiphertextInput): Explanation<CiphertextVariant, CiphertextStep> {
  const encoded = readEncoded(input.ciphertext)
  if (encoded.length === 0) {
    const step: ExplanationStep<CiphertextStep> = { step: 'encoding', fits: false, text: NOT_READABLE }
    return { variants: [], steps: [step], text: NOT_READABLE }
  }
  const steps: ExplanationStep<CiphertextStep>[] = [encodingsStep(encoded)]
  if ('privateKey' in input) return explainSm2(input, encoded, steps)
  requireOption('sm4Key' in input, 'privateKey', A_KEY, cryptoOptionError)
  return explainSm4(input, encoded, steps)
}
