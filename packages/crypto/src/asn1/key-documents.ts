import { bytesToHex, hexToBytes } from '../bytes/hex.ts'
import { DerReader, NotDer, reading } from './der-reader.ts'
import { element, integerElement } from './der-writer.ts'

/** OID 1.2.840.10045.2.1, id-ecPublicKey, and 1.2.156.10197.1.301, sm2p256v1. */
const ALGORITHM = hexToBytes('301306072a8648ce3d020106082a811ccf5501822d')
const CURVE = hexToBytes('06082a811ccf5501822d')

/** SubjectPublicKeyInfo (RFC 5480). @param point encoded with its prefix */
export function writeSpki(point: Uint8Array): Uint8Array {
  return element(0x30, ALGORITHM, element(0x03, Uint8Array.of(0), point))
}

/** The encoded point, or `undefined` when these are not the bytes of an SM2 public key. */
export function readSpki(bytes: Uint8Array): Uint8Array | undefined {
  return reading(() => {
    const outer = new DerReader(bytes)
    const info = outer.inside(0x30)
    outer.end()
    readAlgorithm(info)
    return onlyBitString(info)
  })
}

/** PKCS#8 (RFC 5208) around ECPrivateKey (RFC 5915) with the public key in it, as OpenSSL writes it. */
export function writePkcs8(scalar: Uint8Array, point: Uint8Array): Uint8Array {
  const publicKey = element(0xa1, element(0x03, Uint8Array.of(0), point))
  const key = element(0x30, integerElement(Uint8Array.of(1)), element(0x04, scalar), publicKey)
  return element(0x30, integerElement(Uint8Array.of(0)), ALGORITHM, element(0x04, key))
}

/** The same without the public key. */
export function writeBarePkcs8(scalar: Uint8Array): Uint8Array {
  const key = element(0x30, integerElement(Uint8Array.of(1)), element(0x04, scalar))
  return element(0x30, integerElement(Uint8Array.of(0)), ALGORITHM, element(0x04, key))
}

export interface PrivateKeyDocument {
  /** 32 bytes, not yet known to be in range. */
  readonly scalar: Uint8Array
  /** The encoded point, where the document has one. */
  readonly point: Uint8Array | undefined
}

/** The parts of a PKCS#8 document, or `undefined` when these are not the bytes of an SM2 private key. */
export function readPkcs8(bytes: Uint8Array): PrivateKeyDocument | undefined {
  return reading(() => {
    const outer = new DerReader(bytes)
    const info = outer.inside(0x30)
    outer.end()
    version(info, 0)
    readAlgorithm(info)
    const octets = new DerReader(info.content(0x04))
    if (info.next === 0xa0) info.content(0xa0) // attributes
    info.end()
    return ecPrivateKey(octets)
  })
}

/**
 * The parts of an ECPrivateKey alone (RFC 5915, SEC 1 appendix C.4), or `undefined`. It may leave its curve unsaid: then it
 * is taken for SM2, as the caller says it is.
 */
export function readSec1(bytes: Uint8Array): PrivateKeyDocument | undefined {
  return reading(() => ecPrivateKey(new DerReader(bytes)))
}

/** Whether these are the bytes of the curve's name, as a block of parameters beside a key has them. */
export function isCurveName(bytes: Uint8Array): boolean {
  return bytesToHex(bytes) === bytesToHex(CURVE)
}

function ecPrivateKey(outer: DerReader): PrivateKeyDocument {
  const key = outer.inside(0x30)
  outer.end()
  version(key, 1)
  const scalar = key.content(0x04)
  if (scalar.length !== 32) throw new NotDer()
  if (key.next === 0xa0) same(key.content(0xa0), CURVE)
  const point = key.next === 0xa1 ? onlyBitString(key.inside(0xa1)) : undefined
  key.end()
  return { scalar, point }
}

function version(reader: DerReader, expected: number): void {
  if (reader.integer().some((byte, index) => byte !== (index === 31 ? expected : 0))) throw new NotDer()
}

function readAlgorithm(info: DerReader): void {
  same(info.content(0x30), ALGORITHM.subarray(2))
}

function onlyBitString(reader: DerReader): Uint8Array {
  const bits = bitString(reader)
  reader.end()
  return bits
}

/** A BIT STRING of whole bytes. */
export function bitString(reader: DerReader): Uint8Array {
  const content = reader.content(0x03)
  if (content[0] !== 0) throw new NotDer()
  return content.subarray(1)
}

function same(bytes: Uint8Array, expected: Uint8Array): void {
  const equal = bytes.length === expected.length && expected.every((byte, index) => bytes[index] === byte)
  if (!equal) throw new NotDer()
}
