import { concatBytes } from '../bytes/concat.ts'
import { bytesToHex } from '../bytes/hex.ts'
import { bytesToInteger, integerToBytes } from '../bytes/integer.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import type { Sm2PointEngine } from '../provider/provider.ts'
import { N, P } from '../sm2/curve.ts'
import { decodePoint } from '../sm2/point.ts'
import type { Encoding } from './encoding.ts'
import type { SignatureForm } from './signature-forms.ts'

/** Which signature it is. `verify` knows SM2 alone. */
export type SignatureAlgorithm = 'sm2' | 'ecdsa'

export const ECDSA: BilingualText = {
  en: 'ECDSA on the same curve in place of SM2',
  zh: '使用同一曲线上的 ECDSA 而非 SM2 签名算法',
}

/** A signature read in one way, under one key. */
export interface ReadSignature {
  readonly encoding: Encoding
  readonly form: SignatureForm
  /** 64 bytes r ‖ s in range. */
  readonly raw: Uint8Array
}

export interface SignedValue extends ReadSignature {
  readonly algorithm: SignatureAlgorithm
  /** Which of the other keys verifies; `undefined` for the key in question. */
  readonly signer: number | undefined
  /** Whether the signature is one over this hash value. */
  readonly fits: (e: bigint, point: () => string) => boolean
}

/** The hash value that belongs to an SM2 signature: e = r − x of the point s·G + t·P (GB/T 32918.2 clause 7.1, backwards). */
export function sm2Value(engine: Sm2PointEngine, key: Uint8Array, raw: Uint8Array): bigint | undefined {
  const [r, s] = [bytesToInteger(raw.subarray(0, 32)), bytesToInteger(raw.subarray(32))]
  const t = (r + s) % N
  if (t === 0n) return undefined
  const right = engine.multiply(key, integerToBytes(t))
  const sum = right && engine.add(engine.multiplyBase(integerToBytes(s)), right)
  return sum && (((r - bytesToInteger(sum.subarray(0, 32))) % N) + N) % N
}

/**
 * The points e · G that belong to an ECDSA signature: s · R − r · Q for each point R whose x is r (SEC 1 clause 4.1.6).
 * The hash value itself cannot be had, only whether a given one is it.
 */
export function ecdsaPoints(engine: Sm2PointEngine, key: Uint8Array, raw: Uint8Array): string[] {
  const [r, s] = [raw.subarray(0, 32), raw.subarray(32)]
  const back = engine.multiply(key, r)
  if (back === undefined) return []
  const subtracted = concatBytes(back.subarray(0, 32), integerToBytes(P - bytesToInteger(back.subarray(32))))
  return [0x02, 0x03].flatMap((sign) => {
    // r + n is below p once in 2^32 times only.
    const nonce = decodePoint(concatBytes(Uint8Array.of(sign), r))
    const forward = nonce && engine.multiply(nonce, s)
    const point = forward && engine.add(forward, subtracted)
    return point === undefined ? [] : [bytesToHex(point)]
  })
}
