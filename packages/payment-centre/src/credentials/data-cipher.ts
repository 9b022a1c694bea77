import { bytesToHex, hexToBytes } from '@nationec/crypto'
import { createSm4Key } from '@nationec/crypto/sm4'
import { decodeUtf8 } from '@nationec/errors'
import { byKey, type CentreDataKey } from './key-devices.ts'

/** How `encData` is written and read: SM4-ECB with PKCS#7, as hexadecimal digits. */
export interface DataCipher {
  encrypt(plaintext: string, hexCase: 'upper' | 'lower'): Promise<string>
  /** The plaintext, a JSON object, or `undefined` for anything that this key did not make. */
  decrypt(encData: string): Promise<string | undefined>
}

/** ECB is what the platform prescribes; with one block the padding alone stands in it. */
const MODE = { mode: 'ecb', padding: 'pkcs7' } as const

/**
 * Derives the key of `encData`: appSecret under the first 16 characters of appId, as upper-case hexadecimal digits, of
 * which the first 16 are the key, taken as characters (and not as the 8 bytes that they stand for).
 */
export function deriveDataKey(appId: string, appSecret: string): Uint8Array {
  const encoder = new TextEncoder()
  const underAppId = createSm4Key(encoder.encode(appId.slice(0, 16)))
  const digits = bytesToHex(underAppId.encrypt(encoder.encode(appSecret), MODE)).toUpperCase()
  return encoder.encode(digits.slice(0, 16))
}

/** A data key that can look at the beginning of a message by itself. */
interface LocalDataKey extends CentreDataKey {
  firstBlock?(block: Uint8Array): Uint8Array
}

/** The data key in this process. */
export function localDataKey(appId: string, appSecret: string): LocalDataKey {
  const key = createSm4Key(deriveDataKey(appId, appSecret))
  return {
    encrypt: (plaintext) => key.encrypt(plaintext, MODE),
    decrypt: (ciphertext) => orUndefined(() => key.decrypt(ciphertext, MODE)),
    firstBlock: (block) => key.decrypt(block, { mode: 'ecb', padding: 'none' }),
  }
}

/** The digits of one block. */
const BLOCK = 32

/** The character codes of blanks, which may stand before an object, and of its brace. */
const BLANKS: readonly number[] = [0x09, 0x0a, 0x0d, 0x20]
const BRACE = 0x7b

/** Whether the first block alone is the beginning of an object: a stranger's 60,000 digits are not worth reading whole. */
function beginsAnObject(encData: string, { firstBlock }: LocalDataKey): boolean {
  if (firstBlock === undefined || encData.length <= BLOCK) return true
  const block = orUndefined(() => hexToBytes(encData.slice(0, BLOCK)))
  if (block === undefined) return false
  const first = firstBlock(block).find((byte) => !BLANKS.includes(byte))
  return first === undefined || first === BRACE
}

export function createDataCipher(key: LocalDataKey): DataCipher {
  const encoder = new TextEncoder()
  return Object.freeze({
    async encrypt(plaintext: string, hexCase: 'upper' | 'lower') {
      const digits = bytesToHex(await byKey(() => key.encrypt(encoder.encode(plaintext)), 'not-sent'))
      return hexCase === 'upper' ? digits.toUpperCase() : digits
    },
    // One answer for bad digits, bad padding and bad text.
    async decrypt(encData: string) {
      if (!beginsAnObject(encData, key)) return undefined
      const ciphertext = orUndefined(() => hexToBytes(encData))
      if (ciphertext === undefined) return undefined
      const plaintext = await byKey(() => key.decrypt(ciphertext), 'unknown')
      return plaintext && decodeUtf8(plaintext)
    },
  })
}

function orUndefined<Value>(make: () => Value): Value | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
