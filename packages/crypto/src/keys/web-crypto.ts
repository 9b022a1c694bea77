import { copyBytes } from '../bytes/copy.ts'
import { cryptoError } from '../errors/make-error.ts'

/** PBKDF2 with HMAC-SHA, by the runtime. */
export async function pbkdf2Sha(
  hash: 'SHA-1' | 'SHA-256' | 'SHA-512',
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Promise<Uint8Array> {
  const subtle = subtleOf()
  const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash, salt: copyBytes(salt), iterations }
  return new Uint8Array(await subtle.deriveBits(how, key, length * 8))
}

/** AES-CBC with PKCS#7 padding, by the runtime; `undefined` where the padding is wrong. */
export async function aesCbcDecrypt(
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const subtle = subtleOf()
  const imported = await subtle.importKey('raw', copyBytes(key), 'AES-CBC', false, ['decrypt'])
  try {
    const how = { name: 'AES-CBC', iv: copyBytes(iv) }
    return new Uint8Array(await subtle.decrypt(how, imported, copyBytes(ciphertext)))
  } catch {
    return undefined
  }
}

/** A page that came over plain HTTP has none. */
function subtleOf(): typeof globalThis.crypto.subtle {
  const { subtle } = globalThis.crypto
  if (subtle !== undefined) return subtle
  throw cryptoError('CRYPTO_PROVIDER_UNAVAILABLE', {
    en: 'The runtime has no crypto.subtle, which AES and SHA are taken from.',
    zh: '此环境没有 crypto.subtle，无法使用 AES 与 SHA。',
  })
}
