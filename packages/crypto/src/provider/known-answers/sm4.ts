import { bytesToHex, hexToBytes } from '../../bytes/hex.ts'
import type { Sm4Engine } from '../provider.ts'
import { fingerprint, patternBytes } from './pattern.ts'

/** GB/T 32907-2016 annex A.1: key and plaintext are the same. */
const KEY = '0123456789abcdeffedcba9876543210'
const CIPHERTEXT = '681edf34d206965e86b3e94f536e4246'
/** 37 blocks, so that every way of working on many blocks at once leaves a rest; computed with two programs. */
const BLOCKS = 37
const ECB = '1f9d61c5a3b2b697'
const ECB_DECRYPTED = '0fd340fa114bba08'
const CBC = '189bab4991116b98'
const CBC_DECRYPTED = '71e551527f300022'
const CTR = '88ec41d16c5d50a1'

/**
 * Gives the name of the first wrong answer, or `undefined`. Encrypting and decrypting back is no proof here: the cipher
 * is of Feistel's kind and undoes even a wrong S-box.
 */
export function checkSm4(engine: Sm4Engine): string | undefined {
  const key = hexToBytes(KEY)
  const schedule = engine.schedule(key)
  const data = patternBytes(16 * BLOCKS)
  const iv = patternBytes(16)
  if (bytesToHex(schedule.encryptEcb(key)) !== CIPHERTEXT) return 'one block'
  if (bytesToHex(schedule.decryptEcb(hexToBytes(CIPHERTEXT))) !== KEY) return 'one block back'
  if (fingerprint(schedule.encryptEcb(data)) !== ECB) return 'ecb'
  if (fingerprint(schedule.decryptEcb(data)) !== ECB_DECRYPTED) return 'ecb back'
  if (fingerprint(schedule.encryptCbc(data, iv)) !== CBC) return 'cbc'
  if (fingerprint(schedule.decryptCbc(data, iv)) !== CBC_DECRYPTED) return 'cbc back'
  // The counter runs over all 16 bytes within the first blocks.
  const counter = hexToBytes(`${'f'.repeat(31)}a`)
  if (fingerprint(schedule.ctr(patternBytes(16 * BLOCKS + 5), counter)) !== CTR) return 'ctr'
  const wrongGcm = checkGcm(engine)
  schedule.wipe()
  return wrongGcm
}

/** RFC 8998 appendix A.1, where the engine has a GCM of its own. */
function checkGcm(engine: Sm4Engine): string | undefined {
  const schedule = engine.schedule(hexToBytes(KEY))
  const { gcm } = schedule
  if (gcm === undefined) return undefined
  const nonce = hexToBytes('00001234567800000000abcd')
  const associatedData = hexToBytes('feedfacedeadbeeffeedfacedeadbeefabaddad2')
  const plaintext = hexToBytes('aabbccddeeffeeaa'.replace(/../g, (pair) => pair.repeat(8)))
  const { ciphertext, tag } = gcm.seal(plaintext, nonce, associatedData)
  if (bytesToHex(ciphertext) !== GCM_CIPHERTEXT) return 'gcm'
  if (bytesToHex(tag) !== GCM_TAG) return 'gcm tag'
  const opened = gcm.open(ciphertext, nonce, associatedData, tag)
  if (opened === undefined || bytesToHex(opened) !== bytesToHex(plaintext)) return 'gcm back'
  tag[15] = (tag[15] ?? 0) ^ 1
  if (gcm.open(ciphertext, nonce, associatedData, tag) !== undefined) return 'gcm with a wrong tag'
  schedule.wipe()
  return undefined
}

const GCM_CIPHERTEXT =
  '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d'
const GCM_TAG = '83de3541e4c2b58177e065a9bf7b62ec'
