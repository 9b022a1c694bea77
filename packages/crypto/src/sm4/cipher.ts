import {
  type BilingualText,
  type OptionNames,
  requireKnownOptions,
  requireOneOf,
  requireOption,
} from '@nationec/errors'
import { cryptoOptionError, expectBytes, expectLength } from '../bytes/expect.ts'
import type { CryptoError } from '../errors/crypto-error.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Schedule } from '../provider/provider.ts'
import type { Sm4CipherOptions } from './mode.ts'
import { pad, unpad } from './padding.ts'

const BLOCK = 16

export function encryptWith(schedule: Sm4Schedule, plaintext: Uint8Array, options: Sm4CipherOptions): Uint8Array {
  checkOptions(options)
  expectBytes(plaintext, 'plaintext')
  if (options.mode === 'ctr') return schedule.ctr(plaintext, options.counter)
  const padded = options.padding !== 'none'
  if (!padded) wholeBlocks(plaintext, 'plaintext')
  const blocks = padded ? pad(plaintext) : plaintext
  return options.mode === 'ecb' ? schedule.encryptEcb(blocks) : schedule.encryptCbc(blocks, options.iv)
}

export function decryptWith(schedule: Sm4Schedule, ciphertext: Uint8Array, options: Sm4CipherOptions): Uint8Array {
  checkOptions(options)
  expectBytes(ciphertext, 'ciphertext')
  if (options.mode === 'ctr') return schedule.ctr(ciphertext, options.counter)
  wholeBlocks(ciphertext, 'ciphertext')
  const padded = options.padding !== 'none'
  if (padded && ciphertext.length === 0) throw notWhole('ciphertext')
  const blocks = options.mode === 'ecb' ? schedule.decryptEcb(ciphertext) : schedule.decryptCbc(ciphertext, options.iv)
  return padded ? unpad(blocks) : blocks
}

/** Callers without types reach this place too, so that every option is looked at. */
function checkOptions(options: Sm4CipherOptions): void {
  requireKnownOptions(options, OPTIONS, cryptoOptionError)
  const { mode, padding, iv, counter }: Looked = options
  requireOneOf(mode, 'mode', ['ecb', 'cbc', 'ctr'], cryptoOptionError)
  if (padding !== undefined) requireOneOf(padding, 'padding', ['pkcs7', 'none'], cryptoOptionError)
  if (mode === 'ctr') expectLength(counter, BLOCK, 'counter')
  if (mode === 'cbc') expectLength(iv, BLOCK, 'iv')
  // What a mode does not know is a mistake about the mode.
  requireOption(mode !== 'ctr' || padding === undefined, 'padding', NOT_FOR_CTR, cryptoOptionError)
  requireOption(mode === 'cbc' || iv === undefined, 'iv', ONLY_FOR_CBC, cryptoOptionError)
  requireOption(mode === 'ctr' || counter === undefined, 'counter', ONLY_FOR_CTR, cryptoOptionError)
}

const OPTIONS: OptionNames<Sm4CipherOptions> = { mode: true, padding: true, iv: true, counter: true }
const NOT_FOR_CTR: BilingualText = { en: 'left out for `ctr`', zh: '空（`ctr` 不用填充）' }
const ONLY_FOR_CBC: BilingualText = { en: 'left out unless the mode is `cbc`', zh: '空（仅 `cbc` 使用）' }
const ONLY_FOR_CTR: BilingualText = { en: 'left out unless the mode is `ctr`', zh: '空（仅 `ctr` 使用）' }

type Looked = Partial<Record<keyof typeof OPTIONS, unknown>>

function wholeBlocks(bytes: Uint8Array, name: string): void {
  if (bytes.length % BLOCK !== 0) throw notWhole(name)
}

function notWhole(name: string): CryptoError {
  return cryptoError('CRYPTO_LENGTH_INVALID', {
    en: `${name} must consist of whole blocks of 16 bytes.`,
    zh: `${name} 必须由完整的 16 字节分组构成。`,
  })
}
