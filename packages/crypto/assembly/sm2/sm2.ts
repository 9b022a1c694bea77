/**
 * SM2 on sm2p256v1 (GB/T 32918.5): what the module offers. Arguments and results lie at fixed places of the memory, see
 * layout.ts; numbers and coordinates are 32 bytes, the highest first.
 */
import { entryFromBytes, entryToBytes, normalise, normaliseBoth } from './affine'
import { combMultiply } from './comb'
import { ENTRY, GENERATOR_COMB, HELD, IO, KEY_COMB, OTHER_POINT, OUT, POINT, SCALAR, SUM } from './layout'
import { SIZE } from './limbs'
import { addEntryPublic, isInfinity, setPoint } from './point'
import { windowMultiply } from './window-multiply'

export { start } from './generator'
export { wipe } from './layout'
export { prepareKey, prepareSigner, sign, verify, verifyPrepared } from './signature'
// For the tests of the arithmetic alone.
export { fieldFromBytes, fieldToBytes } from './field'
export { invert as fieldInvert } from './invert'
export { multiply as fieldMultiply, square as fieldSquare } from './multiply'

/** Where the caller writes and reads. */
export function io(): usize {
  return IO
}

/** Where the table of a prepared key lies, 58,824 bytes; it may be taken out and put back. */
export function keyTable(): usize {
  return KEY_COMB
}

/** OUT = k · G for the scalar in SCALAR. */
export function multiplyBase(): void {
  combMultiply(GENERATOR_COMB, SCALAR)
  writeSum()
}

/** OUT = k · P for the scalar in SCALAR and the point in POINT. */
export function multiply(): void {
  windowMultiply(POINT, SCALAR)
  writeSum()
}

/** OUT = k · G and OTHER_POINT = k · P for the scalar in SCALAR and the key P whose comb lies in KEY_COMB. */
export function multiplyBoth(): void {
  combMultiply(GENERATOR_COMB, SCALAR)
  memory.copy(HELD, SUM, 3 * SIZE)
  combMultiply(KEY_COMB, SCALAR)
  normaliseBoth(HELD, SUM)
  entryToBytes(OUT, HELD)
  entryToBytes(OTHER_POINT, SUM)
}

/** OUT = P + Q for the public points in POINT and OTHER_POINT; false for the point at infinity. */
export function add(): bool {
  entryFromBytes(ENTRY, POINT)
  setPoint(SUM, ENTRY)
  entryFromBytes(ENTRY, OTHER_POINT)
  addEntryPublic(SUM, ENTRY)
  if (isInfinity(SUM)) return false
  writeSum()
  return true
}

function writeSum(): void {
  normalise(SUM)
  entryToBytes(OUT, SUM)
}
