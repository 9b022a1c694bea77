import { type OptionNames, requireKnownOptions, requireOneOf } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import type { Sm2SignatureFormat } from './signature-codec.ts'
import { DEFAULT_USER_ID } from './user-id.ts'

export interface Sm2SignOptions {
  /**
   * Who signs, at most 8191 bytes; text is taken as UTF-8. Default `'1234567812345678'`, which GM/T 0009 names. The empty
   * id is another id. Both sides must use the same one.
   */
  readonly userId?: string | Uint8Array | undefined
  /** `'raw'`: r ‖ s, 64 bytes; `'der'`: canonical ASN.1. Default `'raw'`. */
  readonly format?: Sm2SignatureFormat | undefined
}

/** For a hash value that is given: who signs is in it already. */
export type Sm2DigestOptions = Pick<Sm2SignOptions, 'format'>

const OPTIONS: OptionNames<Sm2SignOptions> = { userId: true, format: true }
const DIGEST_OPTIONS: OptionNames<Sm2DigestOptions> = { format: true }
const FORMATS = ['raw', 'der'] as const

/** @throws CryptoError `CRYPTO_OPTION_INVALID` */
export function readSignOptions(options: Sm2SignOptions | undefined): Required<Sm2SignOptions> & {
  userId: string | Uint8Array
  format: Sm2SignatureFormat
} {
  // A format given in place of the options would be passed over in silence.
  if (options !== undefined) requireKnownOptions(options, OPTIONS, cryptoOptionError)
  const { userId = DEFAULT_USER_ID, format = 'raw' } = options ?? {}
  requireOneOf(format, 'format', FORMATS, cryptoOptionError)
  return { userId, format }
}

/** @throws CryptoError `CRYPTO_OPTION_INVALID` */
export function readDigestOptions(options: Sm2DigestOptions = {}): { readonly format: Sm2SignatureFormat } {
  requireKnownOptions(options, DIGEST_OPTIONS, cryptoOptionError)
  const { format = 'raw' } = options
  requireOneOf(format, 'format', FORMATS, cryptoOptionError)
  return { format }
}
