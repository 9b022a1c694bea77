import { equalBytes } from '../bytes/equal.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Schedule } from '../provider/provider.ts'
import type { Sm4Sealed } from './mode.ts'

const BLOCK = 16

/** CCM (NIST SP 800-38C, RFC 3610, RFC 8998 section 3.2) over the schedule's CBC and CTR. */
export function sealCcm(
  schedule: Sm4Schedule,
  plaintext: Uint8Array,
  nonce: Uint8Array,
  associatedData: Uint8Array,
  tagLength: number,
): Sm4Sealed {
  checkLengths(plaintext, nonce, associatedData)
  const code = macOf(schedule, plaintext, nonce, associatedData, tagLength)
  const tag = schedule.ctr(code, counterBlock(nonce, 0)).slice(0, tagLength)
  return { ciphertext: schedule.ctr(plaintext, counterBlock(nonce, 1)), tag }
}

/** The plaintext, or `undefined` for a wrong tag. CCM must decrypt before it can tell; what it decrypted is wiped then. */
export function openCcm(
  schedule: Sm4Schedule,
  ciphertext: Uint8Array,
  nonce: Uint8Array,
  associatedData: Uint8Array,
  tag: Uint8Array,
): Uint8Array | undefined {
  checkLengths(ciphertext, nonce, associatedData)
  const plaintext = schedule.ctr(ciphertext, counterBlock(nonce, 1))
  const code = macOf(schedule, plaintext, nonce, associatedData, tag.length)
  const expected = schedule.ctr(code, counterBlock(nonce, 0)).subarray(0, tag.length)
  if (equalBytes(expected, tag)) return plaintext
  plaintext.fill(0)
  return undefined
}

/** CBC-MAC over the first block, the associated data and the message (RFC 3610 section 2.2). */
function macOf(
  schedule: Sm4Schedule,
  plaintext: Uint8Array,
  nonce: Uint8Array,
  associatedData: Uint8Array,
  tagLength: number,
): Uint8Array {
  const prefix = lengthPrefix(associatedData.length)
  const dataLength = roundUp(prefix.length + associatedData.length)
  const blocks = new Uint8Array(BLOCK + dataLength + roundUp(plaintext.length))
  const counterLength = 15 - nonce.length
  blocks[0] = (associatedData.length > 0 ? 64 : 0) | (((tagLength - 2) / 2) << 3) | (counterLength - 1)
  blocks.set(nonce, 1)
  // A JavaScript array is shorter than 2^53 bytes; a shorter field is checked by checkLengths.
  let rest = plaintext.length
  for (let at = 15; at > 15 - counterLength; at -= 1) {
    blocks[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  blocks.set(prefix, BLOCK)
  blocks.set(associatedData, BLOCK + prefix.length)
  blocks.set(plaintext, BLOCK + dataLength)
  const code = schedule.encryptCbc(blocks, new Uint8Array(BLOCK)).slice(-BLOCK)
  blocks.fill(0)
  return code
}

function lengthPrefix(length: number): Uint8Array {
  if (length === 0) return new Uint8Array(0)
  if (length < 0xff00) return Uint8Array.of(length >> 8, length & 255)
  return Uint8Array.of(0xff, 0xfe, length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255)
}

function counterBlock(nonce: Uint8Array, count: number): Uint8Array {
  const block = new Uint8Array(BLOCK)
  block[0] = 14 - nonce.length
  block.set(nonce, 1)
  block[15] = count
  return block
}

function roundUp(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK
}

/**
 * A long nonce leaves few bytes for the length of the message: 13 bytes leave two. That of the associated data is written
 * in four bytes here; its form of eight bytes (RFC 3610 section 2.2) would be for 4 GiB and more.
 */
function checkLengths(message: Uint8Array, nonce: Uint8Array, associatedData: Uint8Array): void {
  if (associatedData.length >= 2 ** 32) {
    throw cryptoError('CRYPTO_LENGTH_INVALID', {
      en: 'CCM takes less than 4 GiB of associated data here.',
      zh: '此处 CCM 的附加数据须小于 4 GiB。',
    })
  }
  if (message.length < 256 ** (15 - nonce.length)) return
  throw cryptoError('CRYPTO_LENGTH_INVALID', {
    en: `With a nonce of ${nonce.length} bytes CCM takes no message of this length.`,
    zh: `使用 ${nonce.length} 字节的 nonce 时，CCM 无法处理该长度的消息。`,
  })
}
