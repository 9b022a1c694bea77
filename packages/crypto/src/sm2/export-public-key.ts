import { type OptionNames, requireKnownOptions, requireOneOf, requireOption, trueOrFalse } from '@nationec/errors'
import { writeSpki } from '../asn1/key-documents.ts'
import { bytesToBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'
import { cryptoOptionError } from '../bytes/expect.ts'
import { bytesToHex } from '../bytes/hex.ts'
import { type Sm2PublicJwk, writePublicJwk } from './jwk.ts'
import { KEY_FORMATS } from './key-input.ts'
import { writePem } from './pem.ts'
import { compressPoint } from './point.ts'

/** What each form of a public key is in JavaScript. */
export interface Sm2PublicExport {
  readonly raw: Uint8Array
  readonly hex: string
  readonly base64: string
  readonly pem: string
  readonly jwk: Sm2PublicJwk
}

export interface Sm2PublicExportOptions {
  /** 33 bytes with 02 or 03 in front instead of 65 with 04. Default false: few partners read compressed keys. */
  readonly compressed?: boolean | undefined
}

const OPTIONS: OptionNames<Sm2PublicExportOptions> = { compressed: true }

/** @throws CryptoError `CRYPTO_OPTION_INVALID` */
export function exportPublicKey<Format extends keyof Sm2PublicExport>(
  point: Uint8Array,
  format: Format,
  options?: Sm2PublicExportOptions,
): Sm2PublicExport[Format] {
  requireKnownOptions(options ?? {}, OPTIONS, cryptoOptionError)
  const { compressed = false } = options ?? {}
  requireOption(typeof compressed === 'boolean', 'compressed', trueOrFalse, cryptoOptionError)
  const encoded = compressed ? compressPoint(point) : concatBytes(Uint8Array.of(4), point)
  const forms: { readonly [Form in keyof Sm2PublicExport]: () => Sm2PublicExport[Form] } = {
    raw: () => encoded,
    hex: () => bytesToHex(encoded),
    base64: () => bytesToBase64(encoded),
    pem: () => writePem('PUBLIC KEY', writeSpki(encoded)),
    jwk: () => writePublicJwk(point),
  }
  requireOneOf(format, 'format', KEY_FORMATS, cryptoOptionError)
  const leftOut = { en: 'left out for `jwk`', zh: '空（`jwk` 没有压缩形式）' }
  requireOption(!compressed || format !== 'jwk', 'compressed', leftOut, cryptoOptionError)
  return forms[format]()
}
