import { bytesToHex, hexToBytes } from '../../bytes/hex.ts'
import type { Sm2PointEngine } from '../provider.ts'
import { standardKey, standardNonce, standardPublicKey } from './sm2-values.ts'

/** GB/T 32918.5-2017: the base point, and n − 1. */
const BASE = hexToBytes(
  '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
)
const LAST_SCALAR = hexToBytes('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122')
/** Of the standard's public key P and nonce k, computed with an independent program: k · P, P + G and 2 · P. */
const MULTIPLE =
  '335e18d751e51f040e27d468138b7ab1dc86ad7f981d7d416222fd6ab3ed230dab743ebcfb22d64f7b6ab791f70658f25b48fa93e54064fdbfbed3f0bd847ac9'
const SUM =
  '4182d59b20b0f4f62bfb7521279bffd206e3bdaa22064732e7d488424f264b15b26ddc1e456bea6a19ea89172186df253ac715bc4678558b5e03c233c3153a93'
const DOUBLE =
  '63ceed557b9e861ea36f9ea27f550c1d58855a331c8ddd3c2c8e898325b749ee02811966a99f643489fda2f303744c096b03c6162931c0509c3e20fbc53bdf79'

/** Gives the name of the first wrong answer, or `undefined`. */
export function checkSm2Point(engine: Sm2PointEngine): string | undefined {
  const same = (point: Uint8Array | undefined, hex: string): boolean => point !== undefined && bytesToHex(point) === hex
  if (!same(engine.multiplyBase(standardKey), bytesToHex(standardPublicKey))) return 'd · G'
  if (!same(engine.multiply(standardPublicKey, standardNonce), MULTIPLE)) return 'k · P'
  if (!same(engine.add(standardPublicKey, BASE), SUM)) return 'P + G'
  if (!same(engine.add(standardPublicKey, standardPublicKey), DOUBLE)) return 'P + P'
  const pair = engine.prepared?.(standardPublicKey)(standardNonce)
  if (
    pair !== undefined &&
    !(same(pair.multiple, MULTIPLE) && same(pair.base, bytesToHex(engine.multiplyBase(standardNonce))))
  ) {
    return 'k · G and k · P together'
  }
  const negative = engine.multiply(standardPublicKey, LAST_SCALAR)
  if (negative === undefined || !same(negative.subarray(0, 32), bytesToHex(standardPublicKey.subarray(0, 32)))) {
    return '(n − 1) · P'
  }
  if (engine.add(standardPublicKey, negative) !== undefined) return 'P + (−P)'
  return undefined
}
