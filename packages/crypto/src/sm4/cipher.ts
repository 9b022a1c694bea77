import { expectBytes, expectLength, optionError } from '../bytes/expect.ts'
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
  const { mode, padding, iv, counter }: Looked = options ?? {}
  if (mode !== 'ecb' && mode !== 'cbc' && mode !== 'ctr') throw optionError('mode', "'ecb', 'cbc' or 'ctr'")
  if (padding !== undefined && padding !== 'pkcs7' && padding !== 'none') {
    throw optionError('padding', "'pkcs7' or 'none'")
  }
  if (mode === 'ctr') expectLength(counter, BLOCK, 'counter')
  if (mode === 'cbc') expectLength(iv, BLOCK, 'iv')
  // What a mode does not know is a mistake about the mode.
  if (mode === 'ctr' && padding !== undefined) throw optionError('padding', 'left out for CTR')
  if (mode !== 'cbc' && iv !== undefined) throw optionError('iv', 'left out unless the mode is CBC')
  if (mode !== 'ctr' && counter !== undefined) throw optionError('counter', 'left out unless the mode is CTR')
}

type Looked = Partial<Record<'mode' | 'padding' | 'iv' | 'counter', unknown>>

function wholeBlocks(bytes: Uint8Array, name: string): void {
  if (bytes.length % BLOCK !== 0) throw notWhole(name)
}

function notWhole(name: string): CryptoError {
  return cryptoError('CRYPTO_LENGTH_INVALID', {
    en: `${name} must consist of whole blocks of 16 bytes.`,
    zh: `${name} 必须由完整的 16 字节分组构成。`,
  })
}
