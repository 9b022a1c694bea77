import { type OptionNames, requireKnownOptions, requireOneOf, requireOption, trueOrFalse } from '@nationec/errors'
import { DerReader, NotDer } from '../asn1/der-reader.ts'
import { element, integerElement } from '../asn1/der-writer.ts'
import { concatBytes } from '../bytes/concat.ts'
import { cryptoOptionError } from '../bytes/expect.ts'

/** How the three parts of a ciphertext are put together. Always named, never guessed: the bytes themselves cannot tell. */
export type Sm2CiphertextFormat =
  | {
      /** The order of GB/T 32918.4-2016, or that of the draft of 2010. */
      readonly format: 'C1C3C2' | 'C1C2C3'
      /** Whether the point C1 has 04 in front (65 bytes) or not (64 bytes). */
      readonly prefix04: boolean
    }
  | {
      /** SEQUENCE { INTEGER x, INTEGER y, OCTET STRING C3, OCTET STRING C2 } (GM/T 0009), canonical DER. */
      readonly format: 'asn1'
      readonly prefix04?: undefined
    }

export interface Sm2CiphertextParts {
  /** The point, 64 bytes; not yet known to lie on the curve. */
  readonly c1: Uint8Array
  /** As long as the message. */
  readonly c2: Uint8Array
  /** 32 bytes. */
  readonly c3: Uint8Array
}

const OPTIONS: OptionNames<Sm2CiphertextFormat> = { format: true, prefix04: true }

/** @throws CryptoError `CRYPTO_OPTION_INVALID` */
export function checkCiphertextFormat(how: Sm2CiphertextFormat): void {
  requireKnownOptions(how, OPTIONS, cryptoOptionError)
  const { format, prefix04 } = how
  requireOneOf(format, 'format', ['C1C3C2', 'C1C2C3', 'asn1'], cryptoOptionError)
  if (format === 'asn1') {
    requireOption(
      prefix04 === undefined,
      'prefix04',
      { en: 'left out for `asn1`', zh: '空（`asn1` 没有该选项）' },
      cryptoOptionError,
    )
  } else {
    requireOption(typeof prefix04 === 'boolean', 'prefix04', trueOrFalse, cryptoOptionError)
  }
}

export function encodeCiphertext({ c1, c2, c3 }: Sm2CiphertextParts, how: Sm2CiphertextFormat): Uint8Array {
  if (how.format === 'asn1') {
    const point = [integerElement(c1.subarray(0, 32)), integerElement(c1.subarray(32))]
    return element(0x30, ...point, element(0x04, c3), element(0x04, c2))
  }
  const prefix = Uint8Array.of(...(how.prefix04 ? [4] : []))
  return how.format === 'C1C3C2' ? concatBytes(prefix, c1, c3, c2) : concatBytes(prefix, c1, c2, c3)
}

/** The parts, or `undefined` when the bytes do not have this form. */
export function decodeCiphertext(bytes: Uint8Array, how: Sm2CiphertextFormat): Sm2CiphertextParts | undefined {
  if (how.format === 'asn1') return fromDer(bytes)
  if (how.prefix04 && bytes[0] !== 4) return undefined
  const body = how.prefix04 ? bytes.subarray(1) : bytes
  if (body.length < 96) return undefined
  const c1 = body.subarray(0, 64)
  return how.format === 'C1C3C2'
    ? { c1, c3: body.subarray(64, 96), c2: body.subarray(96) }
    : { c1, c2: body.subarray(64, -32), c3: body.subarray(-32) }
}

function fromDer(bytes: Uint8Array): Sm2CiphertextParts | undefined {
  try {
    const outer = new DerReader(bytes)
    const sequence = outer.inside(0x30)
    outer.end()
    const c1 = concatBytes(sequence.integer(), sequence.integer())
    const c3 = sequence.content(0x04)
    const c2 = sequence.content(0x04)
    sequence.end()
    return c3.length === 32 ? { c1, c2, c3 } : undefined
  } catch (error) {
    if (error instanceof NotDer) return undefined
    throw error
  }
}
