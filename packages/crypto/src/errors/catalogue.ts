import * as texts from './error-texts.ts'

/**
 * What is known of an error code before it happens. The same shape as the catalogues of the other packages, so that the
 * codes of this one stand on the same page; every failure here happens before anything leaves the program.
 */
export interface CryptoErrorEntry extends texts.ErrorTexts {
  readonly layer: 'client'
  readonly delivery: 'not-sent'
}

const entry = (own: texts.ErrorTexts): CryptoErrorEntry => ({ layer: 'client', delivery: 'not-sent', ...own })

/** Every code of this package, with its texts. */
export const cryptoErrors = {
  CRYPTO_BYTES_EXPECTED: entry(texts.BYTES_EXPECTED),
  CRYPTO_ENCODING_INVALID: entry(texts.ENCODING_INVALID),
  CRYPTO_OPTION_INVALID: entry(texts.OPTION_INVALID),
  CRYPTO_LENGTH_INVALID: entry(texts.LENGTH_INVALID),
  CRYPTO_KEY_INVALID: entry(texts.KEY_INVALID),
  CRYPTO_CERTIFICATE_INVALID: entry(texts.CERTIFICATE_INVALID),
  CRYPTO_KEY_DESTROYED: entry(texts.KEY_DESTROYED),
  CRYPTO_USER_ID_INVALID: entry(texts.USER_ID_INVALID),
  CRYPTO_DECRYPTION_FAILED: entry(texts.DECRYPTION_FAILED),
  CRYPTO_KEY_EXCHANGE_FAILED: entry(texts.KEY_EXCHANGE_FAILED),
  CRYPTO_RANDOM_FAILED: entry(texts.RANDOM_FAILED),
  CRYPTO_PROVIDER_UNAVAILABLE: entry(texts.PROVIDER_UNAVAILABLE),
} as const satisfies Readonly<Record<string, CryptoErrorEntry>>

/** The codes of {@link cryptoErrors}. */
export type CryptoErrorCode = keyof typeof cryptoErrors
