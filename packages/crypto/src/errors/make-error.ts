import { type CryptoErrorCode, cryptoErrors } from './catalogue.ts'
import { CryptoError } from './crypto-error.ts'
import type { BilingualText } from './error-texts.ts'

/** Makes an error with the texts of its code. */
export function cryptoError(code: CryptoErrorCode, detail?: BilingualText): CryptoError {
  return new CryptoError(code, cryptoErrors[code], detail)
}
