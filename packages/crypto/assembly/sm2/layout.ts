import { SIZE } from './limbs'

/**
 * Where things lie. Everything that may hold a secret lies in one piece, which `wipe` overwrites: input and output, the
 * temporary numbers and the running point.
 */
const SECRETS_SIZE: usize = 2048
const SECRETS: usize = memory.data(2048, 16)

/** What the caller writes and reads: a fixed place for every kind of value. */
export const IO: usize = SECRETS
export const HASH: usize = IO
export const SCALAR: usize = IO + 32
export const SIGNATURE: usize = IO + 64
export const POINT: usize = IO + 128
export const OTHER_POINT: usize = IO + 192
export const SIGNER_KEY: usize = IO + 256
export const OUT: usize = IO + 320

/** A scalar as bits, the lowest byte first, with zero bytes above it. */
export const BITS_OF_SCALAR: usize = IO + 384
/** The running point: Jacobian x, y, z. */
export const SUM: usize = IO + 448
/** A second one. */
export const OTHER: usize = SUM + 3 * SIZE
/** A point taken from a table: affine x, y. */
export const ENTRY: usize = OTHER + 3 * SIZE
/** Temporary numbers: 0 … 7 of the point formulas, 8 … 15 of what calls them, 16 … 23 of the arithmetic below them. */
const TEMPORARIES: usize = ENTRY + 2 * SIZE

/** A point that waits for another one. */
export const HELD: usize = TEMPORARIES + 24 * SIZE

@inline
export function temporary(index: usize): usize {
  return TEMPORARIES + index * SIZE
}

export function wipe(): void {
  memory.fill(SECRETS, 0, SECRETS_SIZE)
}

/** An affine point in a table: x and y in Montgomery form. */
export const ENTRY_SIZE: usize = 2 * SIZE
/** 51 rows of 16 points and one more. */
export const COMB_SIZE: usize = 817 * ENTRY_SIZE
/** The table of the generator and that of the prepared key, which the caller may replace. */
export const GENERATOR_COMB: usize = memory.data(58824, 8)
export const KEY_COMB: usize = memory.data(58824, 8)
/** Odd multiples 1 … 127 of the generator. */
export const GENERATOR_ODD: usize = memory.data(4608, 8)
/** Odd multiples of the point that is just being multiplied, up to 31. */
export const POINT_ODD: usize = memory.data(1152, 8)
