import { concatBytes } from '../bytes/concat.ts'
import { copyBytes } from '../bytes/copy.ts'
import { equalBytes } from '../bytes/equal.ts'
import type { Sm4Schedule } from '../provider/provider.ts'
import { ghash } from './ghash.ts'
import type { Sm4Sealed } from './mode.ts'

/** GCM (NIST SP 800-38D, RFC 8998 section 3.1) with a 12-byte nonce, over the schedule's own or over its CTR. */
export function sealGcm(
  schedule: Sm4Schedule,
  plaintext: Uint8Array,
  nonce: Uint8Array,
  associatedData: Uint8Array,
  tagLength: number,
): Sm4Sealed {
  if (schedule.gcm !== undefined) {
    const { ciphertext, tag } = schedule.gcm.seal(plaintext, nonce, associatedData)
    return { ciphertext, tag: tag.slice(0, tagLength) }
  }
  const ciphertext = schedule.ctr(plaintext, counterBlock(nonce, 2))
  return { ciphertext, tag: tagOf(schedule, ciphertext, nonce, associatedData).slice(0, tagLength) }
}

/** The plaintext, or `undefined` for a wrong tag: then nothing was decrypted. */
export function openGcm(
  schedule: Sm4Schedule,
  ciphertext: Uint8Array,
  nonce: Uint8Array,
  associatedData: Uint8Array,
  tag: Uint8Array,
): Uint8Array | undefined {
  if (schedule.gcm !== undefined && tag.length === 16) {
    return schedule.gcm.open(ciphertext, nonce, associatedData, tag)
  }
  // What is decrypted must be what was checked, in memory that another thread shares too.
  const own = copyBytes(ciphertext)
  const expected = tagOf(schedule, own, nonce, associatedData).subarray(0, tag.length)
  return equalBytes(expected, tag) ? schedule.ctr(own, counterBlock(nonce, 2)) : undefined
}

function tagOf(
  schedule: Sm4Schedule,
  ciphertext: Uint8Array,
  nonce: Uint8Array,
  associatedData: Uint8Array,
): Uint8Array {
  const key = schedule.encryptEcb(new Uint8Array(16))
  const sum = ghash(key, associatedData, ciphertext, lengths(associatedData.length, ciphertext.length))
  key.fill(0)
  return schedule.ctr(sum, counterBlock(nonce, 1))
}

/**
 * The nonce and a 32-bit counter. GCM counts in those 32 bits alone and the schedule in all 128: below 64 GiB, the most
 * that GCM allows, there is no difference.
 */
function counterBlock(nonce: Uint8Array, count: number): Uint8Array {
  return concatBytes(nonce, Uint8Array.of(0, 0, 0, count))
}

/** Both lengths in bits, 64 bits each. */
function lengths(associatedData: number, ciphertext: number): Uint8Array {
  const block = new DataView(new ArrayBuffer(16))
  block.setBigUint64(0, BigInt(associatedData) * 8n)
  block.setBigUint64(8, BigInt(ciphertext) * 8n)
  return new Uint8Array(block.buffer)
}
