import {
  at,
  carry,
  copyIf,
  createNumber,
  DOWN,
  fromBytes,
  isZero,
  LIMBS,
  ROUND,
  subtract,
  toBytes,
  UP,
} from './limbs.ts'
import { multiply } from './multiply.ts'

const P = Float64Array.of(
  0xffffff,
  0xffffff,
  0xffff,
  0x0,
  0xffffff,
  0xffffff,
  0xffffff,
  0xffffff,
  0xffffff,
  0xfffeff,
  0xffff,
)
/** 2^528 mod p: one multiplication by it brings a number into Montgomery form. */
const INTO = Float64Array.of(0x30000, 0x0, 0x2, 0xffff00, 0x2ffff, 0x0, 0x1, 0x100, 0x20000, 0x0, 0x4)
/** 1 in Montgomery form. */
export const ONE = Float64Array.of(0x100, 0x0, 0x0, 0xffffff, 0xff, 0x0, 0x0, 0x0, 0x0, 0x10000, 0x0)
/** 1 as it is: one multiplication by it leaves Montgomery form. */
const PLAIN_ONE = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

const plain = createNumber()
const raised = createNumber()

/** Stores `left · a − right · b`, every limb carried once: it is then at most a few units above 2^23. */
export function combine(out: Float64Array, left: Float64Array, a: number, right: Float64Array, b: number): void {
  let rest = 0
  for (let i = 0; i < LIMBS - 1; i += 1) {
    const limb = at(left, i) * a - at(right, i) * b
    const over = limb * DOWN + ROUND - ROUND
    out[i] = limb - over * UP + rest
    rest = over
  }
  out[LIMBS - 1] = at(left, LIMBS - 1) * a - at(right, LIMBS - 1) * b + rest
}

export function intoField(out: Float64Array, number: Float64Array): void {
  multiply(out, number, INTO)
}

/** Brings 32 bytes below p into Montgomery form. */
export function fieldFromBytes(out: Float64Array, bytes: Uint8Array): void {
  fromBytes(out, bytes)
  multiply(out, out, INTO)
}

/** The one value below p, out of Montgomery form. */
export function outOfField(out: Float64Array, number: Float64Array): void {
  // The product lies between −p/2 and p/2.
  multiply(out, number, PLAIN_ONE)
  const negative = carry(out)
  for (let i = 0; i < LIMBS; i += 1) raised[i] = at(out, i) + at(P, i)
  carry(raised)
  copyIf(out, raised, negative)
}

export function fieldToBytes(out: Uint8Array, offset: number, number: Float64Array): void {
  outOfField(plain, number)
  toBytes(out, offset, plain)
}

/** 1 if the number is a multiple of p, otherwise 0. */
export function fieldIsZero(number: Float64Array): number {
  multiply(plain, number, PLAIN_ONE)
  return isZero(plain)
}

/** Of a carried number that is not negative. */
export function belowPrime(number: Float64Array): boolean {
  subtract(plain, number, P)
  return carry(plain) === 1
}

export function wipeField(): void {
  plain.fill(0)
  raised.fill(0)
}
