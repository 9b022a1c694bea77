import { concatBytes } from '../bytes/concat.ts'
import { DerReader, reading } from './der-reader.ts'
import { element, integerElement } from './der-writer.ts'

/** r ‖ s as a SEQUENCE of two INTEGERs (GM/T 0009 clause 7.3). @param raw 64 bytes */
export function signatureToDer(raw: Uint8Array): Uint8Array {
  return element(0x30, integerElement(raw.subarray(0, 32)), integerElement(raw.subarray(32)))
}

/** 64 bytes r ‖ s, or `undefined` for anything but the canonical encoding of two numbers of at most 32 bytes. */
export function signatureFromDer(bytes: Uint8Array): Uint8Array | undefined {
  return reading(() => {
    const outer = new DerReader(bytes)
    const sequence = outer.inside(0x30)
    outer.end()
    const raw = concatBytes(sequence.integer(), sequence.integer())
    sequence.end()
    return raw
  })
}
