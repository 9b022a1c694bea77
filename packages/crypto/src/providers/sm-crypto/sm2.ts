import sm from 'sm-crypto'
import utils, { type BigInteger, type Point } from 'sm-crypto/src/sm2/utils.js'
import { concatBytes } from '../../bytes/concat.ts'
import { bytesToHex } from '../../bytes/hex.ts'
import { integerToBytes } from '../../bytes/integer.ts'
import type { NonceSource, Sm2PointEngine, Sm2SignatureEngine } from '../../provider/provider.ts'
import { smCryptoSm3 } from './sm3.ts'

const { curve, G, n } = utils.generateEcparam()
/** The library's number class, taken from one of its numbers. */
const Integer = n.constructor as new (text: string, radix: number) => BigInteger

/**
 * Signatures on the library's curve. Its `doSignature` is not called: it draws nonces from a random source of its own.
 * The equations below are those of GB/T 32918.2 clause 6.1 with the nonce handed in.
 */
export const smCryptoSignature: Sm2SignatureEngine = {
  signer(privateKey) {
    let d = integer(privateKey)
    let inverse = d.add(integer(ONE)).modInverse(n)
    const signDigest = (digest: Uint8Array, nonce: NonceSource): Uint8Array => {
      const e = integer(digest)
      for (;;) {
        const k = integer(nonce(digest))
        const r = e.add(G.multiply(k).getX().toBigInteger()).mod(n)
        if (r.signum() === 0 || r.add(k).equals(n)) continue
        const s = inverse.multiply(k.subtract(r.multiply(d))).mod(n)
        if (s.signum() !== 0) return concatBytes(integerToBytes(r), integerToBytes(s))
      }
    }
    return {
      sign: (z, message, nonce) => signDigest(smCryptoSm3.hash(concatBytes(z, message)), nonce),
      signDigest,
      wipe() {
        d = n
        inverse = n
      },
    }
  },
  verifier(publicKey) {
    const key = `04${bytesToHex(publicKey)}`
    const verifyDigest = (e: Uint8Array, signature: Uint8Array): boolean =>
      sm.sm2.doVerifySignature([...e], bytesToHex(signature), key, { hash: false })
    return {
      verify: (z, message, signature) => verifyDigest(smCryptoSm3.hash(concatBytes(z, message)), signature),
      verifyDigest,
    }
  },
}

/** Points of the library's curve. It adds and doubles bit by bit: the time tells of the scalar. */
export const smCryptoPoint: Sm2PointEngine = {
  multiplyBase: (scalar) => finite(G.multiply(integer(scalar))),
  multiply: (point, scalar) => bytesOf(pointOf(point).multiply(integer(scalar))),
  add: (left, right) => bytesOf(pointOf(left).add(pointOf(right))),
}

const ONE = Uint8Array.of(1)

function integer(bytes: Uint8Array): BigInteger {
  return new Integer(bytesToHex(bytes), 16)
}

function pointOf(bytes: Uint8Array): Point {
  const point = curve.decodePointHex(`04${bytesToHex(bytes)}`)
  if (point === null) throw new RangeError('not a point')
  return point
}

function bytesOf(point: Point): Uint8Array | undefined {
  return point.isInfinity() ? undefined : finite(point)
}

function finite(point: Point): Uint8Array {
  return concatBytes(integerToBytes(point.getX().toBigInteger()), integerToBytes(point.getY().toBigInteger()))
}
