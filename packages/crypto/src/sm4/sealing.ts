import { copyBytes } from '../bytes/copy.ts'
import { expectBytes, expectLength, optionError } from '../bytes/expect.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Schedule } from '../provider/provider.ts'
import { openCcm, sealCcm } from './ccm.ts'
import { openGcm, sealGcm } from './gcm.ts'
import type { Sm4OpenOptions, Sm4Sealed, Sm4SealOptions } from './mode.ts'

const NOTHING = new Uint8Array(0)

export function sealWith(schedule: Sm4Schedule, plaintext: Uint8Array, options: Sm4SealOptions): Sm4Sealed {
  const { mode, nonce, associatedData, tagLength } = checked(options)
  expectBytes(plaintext, 'plaintext')
  return (mode === 'gcm' ? sealGcm : sealCcm)(schedule, plaintext, nonce, associatedData, tagLength)
}

export function openWith(schedule: Sm4Schedule, ciphertext: Uint8Array, options: Sm4OpenOptions): Uint8Array {
  const { mode, nonce, associatedData, tagLength } = checked(options)
  expectBytes(ciphertext, 'ciphertext')
  // A tag of another length than was agreed is refused before anything: a short one would be easy to forge.
  expectLength(options.tag, tagLength, 'tag')
  const plaintext = (mode === 'gcm' ? openGcm : openCcm)(schedule, ciphertext, nonce, associatedData, options.tag)
  if (plaintext === undefined) throw cryptoError('CRYPTO_DECRYPTION_FAILED')
  return plaintext
}

function checked(options: Sm4SealOptions): Required<Omit<Sm4SealOptions, 'associatedData' | 'tagLength'>> & {
  associatedData: Uint8Array
  tagLength: number
} {
  const { mode, nonce, associatedData = NOTHING, tagLength = 16 } = options ?? {}
  if (mode !== 'gcm' && mode !== 'ccm') throw optionError('mode', "'gcm' or 'ccm'")
  expectBytes(associatedData, 'associatedData')
  if (mode === 'gcm') {
    expectLength(nonce, 12, 'nonce')
    if (![12, 13, 14, 15, 16].includes(tagLength)) throw optionError('tagLength', '12 to 16 for GCM')
  } else {
    expectBytes(nonce, 'nonce')
    if (nonce.length < 7 || nonce.length > 13) throw optionError('nonce', '7 to 13 bytes long for CCM')
    if (![8, 10, 12, 14, 16].includes(tagLength)) throw optionError('tagLength', '8, 10, 12, 14 or 16 for CCM')
  }
  // It is read more than once, and shared memory may change in between.
  return { mode, nonce: copyBytes(nonce), associatedData, tagLength }
}
