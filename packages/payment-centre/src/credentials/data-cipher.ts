import { bytesToHex, hexToBytes } from '@nationec/crypto'
import { createSm4Key } from '@nationec/crypto/sm4'
import { byKey, type CentreDataKey } from './key-devices.ts'

/** How `encData` is written and read: SM4-ECB with PKCS#7, as hexadecimal digits. */
export interface DataCipher {
  encrypt(plaintext: string, hexCase: 'upper' | 'lower'): Promise<string>
  /** The plaintext, or `undefined` for anything that this key did not make. */
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

/** The data key in this process. */
export function localDataKey(appId: string, appSecret: string): CentreDataKey {
  const key = createSm4Key(deriveDataKey(appId, appSecret))
  return {
    encrypt: (plaintext) => key.encrypt(plaintext, MODE),
    decrypt: (ciphertext) => orUndefined(() => key.decrypt(ciphertext, MODE)),
  }
}

export function createDataCipher(key: CentreDataKey): DataCipher {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return Object.freeze({
    async encrypt(plaintext: string, hexCase: 'upper' | 'lower') {
      const digits = bytesToHex(await byKey(() => key.encrypt(encoder.encode(plaintext)), 'not-sent'))
      return hexCase === 'upper' ? digits.toUpperCase() : digits
    },
    // One answer for bad digits, bad padding and bad text.
    async decrypt(encData: string) {
      const ciphertext = orUndefined(() => hexToBytes(encData))
      if (ciphertext === undefined) return undefined
      const plaintext = await byKey(() => key.decrypt(ciphertext), 'unknown')
      return plaintext && orUndefined(() => decoder.decode(plaintext))
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
