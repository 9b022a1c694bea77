import { requireOneOf } from '@nationec/errors'
import { writePkcs8 } from '../asn1/key-documents.ts'
import { bytesToBase64, bytesToBase64Url } from '../bytes/base64.ts'
import { cryptoOptionError } from '../bytes/expect.ts'
import { bytesToHex } from '../bytes/hex.ts'
import type { Sm2PrivateJwk } from './jwk.ts'
import { KEY_FORMATS } from './key-input.ts'
import { writePem } from './pem.ts'
import type { Sm2PublicKey } from './public-key.ts'

/** What each form of a private key is in JavaScript. */
export interface Sm2PrivateExport {
  readonly raw: Uint8Array
  readonly hex: string
  readonly base64: string
  readonly pem: string
  readonly jwk: Sm2PrivateJwk
}

/** @throws CryptoError `CRYPTO_OPTION_INVALID` */
export function exportPrivateKey<Format extends keyof Sm2PrivateExport>(
  scalar: Uint8Array,
  publicKey: Sm2PublicKey,
  format: Format,
): Sm2PrivateExport[Format] {
  const forms: { readonly [Form in keyof Sm2PrivateExport]: () => Sm2PrivateExport[Form] } = {
    raw: () => scalar.slice(),
    hex: () => bytesToHex(scalar),
    base64: () => bytesToBase64(scalar),
    pem: () => writePem('PRIVATE KEY', writePkcs8(scalar, publicKey.export('raw'))),
    jwk: () => ({ ...publicKey.export('jwk'), d: bytesToBase64Url(scalar) }),
  }
  requireOneOf(format, 'format', KEY_FORMATS, cryptoOptionError)
  return forms[format]()
}
