import { writeSpki } from '../asn1/key-documents.ts'
import { bytesToBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'
import { optionError } from '../bytes/expect.ts'
import { bytesToHex } from '../bytes/hex.ts'
import { type Sm2PublicJwk, writePublicJwk } from './jwk.ts'
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

/** @throws CryptoError `CRYPTO_OPTION_INVALID` */
export function exportPublicKey<Format extends keyof Sm2PublicExport>(
  point: Uint8Array,
  format: Format,
  options?: Sm2PublicExportOptions,
): Sm2PublicExport[Format] {
  const { compressed = false } = options ?? {}
  if (typeof compressed !== 'boolean') throw optionError('compressed', 'true or false')
  const encoded = compressed ? compressPoint(point) : concatBytes(Uint8Array.of(4), point)
  const forms: { readonly [Form in keyof Sm2PublicExport]: () => Sm2PublicExport[Form] } = {
    raw: () => encoded,
    hex: () => bytesToHex(encoded),
    base64: () => bytesToBase64(encoded),
    pem: () => writePem('PUBLIC KEY', writeSpki(encoded)),
    jwk: () => writePublicJwk(point),
  }
  if (!Object.hasOwn(forms, format)) throw optionError('format', "'raw', 'hex', 'base64', 'pem' or 'jwk'")
  if (compressed && format === 'jwk') throw optionError('compressed', "left out for 'jwk'")
  return forms[format]()
}
