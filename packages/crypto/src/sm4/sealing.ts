import {
  type BilingualText,
  fromTo,
  type OptionNames,
  requireKnownOptions,
  requireOneOf,
  requireOption,
} from '@nationec/errors'
import { copyBytes } from '../bytes/copy.ts'
import { cryptoOptionError, expectBytes, expectLength } from '../bytes/expect.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Schedule } from '../provider/provider.ts'
import { openCcm, sealCcm } from './ccm.ts'
import { openGcm, sealGcm } from './gcm.ts'
import type { Sm4OpenOptions, Sm4Sealed, Sm4SealOptions } from './mode.ts'

const NOTHING = new Uint8Array(0)

export function sealWith(schedule: Sm4Schedule, plaintext: Uint8Array, options: Sm4SealOptions): Sm4Sealed {
  const { mode, nonce, associatedData, tagLength } = checked(options, SEAL)
  expectBytes(plaintext, 'plaintext')
  return (mode === 'gcm' ? sealGcm : sealCcm)(schedule, plaintext, nonce, associatedData, tagLength)
}

export function openWith(schedule: Sm4Schedule, ciphertext: Uint8Array, options: Sm4OpenOptions): Uint8Array {
  const { mode, nonce, associatedData, tagLength } = checked(options, OPEN)
  expectBytes(ciphertext, 'ciphertext')
  // A tag of another length than was agreed is refused before anything: a short one would be easy to forge.
  expectLength(options.tag, tagLength, 'tag')
  const plaintext = (mode === 'gcm' ? openGcm : openCcm)(schedule, ciphertext, nonce, associatedData, options.tag)
  if (plaintext === undefined) throw cryptoError('CRYPTO_DECRYPTION_FAILED')
  return plaintext
}

const SEAL: OptionNames<Sm4SealOptions> = { mode: true, nonce: true, associatedData: true, tagLength: true }
const OPEN: OptionNames<Sm4OpenOptions> = { ...SEAL, tag: true }
const GCM_TAG: BilingualText = fromTo(12, 16, { en: 'a whole number', zh: '整数' })
const CCM_TAG: BilingualText = { en: '8, 10, 12, 14 or 16', zh: '8、10、12、14 或 16' }
const CCM_NONCE: BilingualText = { en: '7 to 13 bytes long for `ccm`', zh: '7 至 13 字节的数据（`ccm`）' }

function checked(
  options: Sm4SealOptions,
  known: Readonly<Record<string, true>>,
): Required<Omit<Sm4SealOptions, 'associatedData' | 'tagLength'>> & {
  associatedData: Uint8Array
  tagLength: number
} {
  requireKnownOptions(options, known, cryptoOptionError)
  const { mode, nonce, associatedData = NOTHING, tagLength = 16 } = options
  requireOneOf(mode, 'mode', ['gcm', 'ccm'], cryptoOptionError)
  expectBytes(associatedData, 'associatedData')
  if (mode === 'gcm') {
    expectLength(nonce, 12, 'nonce')
    requireOption([12, 13, 14, 15, 16].includes(tagLength), 'tagLength', GCM_TAG, cryptoOptionError)
  } else {
    expectBytes(nonce, 'nonce')
    requireOption(nonce.length >= 7 && nonce.length <= 13, 'nonce', CCM_NONCE, cryptoOptionError)
    requireOption([8, 10, 12, 14, 16].includes(tagLength), 'tagLength', CCM_TAG, cryptoOptionError)
  }
  // It is read more than once, and shared memory may change in between.
  return { mode, nonce: copyBytes(nonce), associatedData, tagLength }
}
