import { requireOption } from '@nationec/errors'
import { readPkcs8 } from '../asn1/key-documents.ts'
import { copyBytes } from '../bytes/copy.ts'
import { cryptoOptionError, isBytes } from '../bytes/expect.ts'
import { secretMoved } from '../bytes/secret.ts'
import { textToBytes } from '../bytes/text.ts'
import { engineOf } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { cryptoError } from '../errors/make-error.ts'
import { checkKeyOptions, keyOptions, type Sm2KeyOptions } from '../sm2/engines.ts'
import { foundInBlock, foundInBytes, foundInText } from '../sm2/found.ts'
import { invalidKey } from '../sm2/key-input.ts'
import { privateKeyOf } from '../sm2/keys.ts'
import type { Sm2PrivateKey } from '../sm2/private-key.ts'
import { createSm4Key } from '../sm4/key.ts'
import { documentBlocks, type KeyDocumentInput } from './key-document.ts'
import { type Pbes2, readPbes2 } from './pbes2.ts'
import { pbkdf2Sm3 } from './pbkdf2-sm3.ts'
import { aesCbcDecrypt, pbkdf2Sha } from './web-crypto.ts'

const LABEL = 'ENCRYPTED PRIVATE KEY'
const A_PASSWORD: BilingualText = { en: 'text or bytes', zh: '文本或字节' }

/** A document, and the password that it is under: text is taken as UTF-8. */
export type EncryptedKeyInput = KeyDocumentInput & { readonly password: string | Uint8Array }

/**
 * Reads a private key under a password: PKCS#8 with PBES2 (RFC 5958, RFC 8018), PBKDF2 with HMAC-SM3 or HMAC-SHA and SM4 or
 * AES in CBC. GmSSL writes every private key so, OpenSSL where it is given a password.
 *
 * @throws CryptoError `CRYPTO_DECRYPTION_FAILED` for another password or a changed document, `CRYPTO_KEY_INVALID` for what
 *   is no such document, `CRYPTO_OPTION_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE` where AES or SHA is needed and the runtime
 *   has no `crypto.subtle`
 *
 * @example not run: needs a file
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { decryptSm2PrivateKey } from '@nationec/crypto/keys'
 *
 * const text = readFileSync('sm2.pem', 'utf8') // `gmssl sm2keygen -pass … -out sm2.pem`
 * const key = await decryptSm2PrivateKey({ format: 'pem', text, password: process.env.KEY_PASSWORD ?? '' })
 * console.log(key.publicKey.export('hex'))
 * ```
 */
export async function decryptSm2PrivateKey(
  input: EncryptedKeyInput,
  options: Sm2KeyOptions = {},
): Promise<Sm2PrivateKey> {
  checkKeyOptions(options, keyOptions)
  const scheme = schemeOf(input)
  const { password } = input
  requireOption(typeof password === 'string' || isBytes(password), 'password', A_PASSWORD, cryptoOptionError)
  const secret = copyBytes(typeof password === 'string' ? textToBytes(password) : password)
  const plaintext = secretMoved(await decrypted(scheme, secret).finally(() => secret.fill(0)))
  const found = readPkcs8(plaintext)
  if (found !== undefined) return privateKeyOf(found, options)
  // One wrong password in 256 leaves padding that looks right, and no key behind it.
  const other = plaintext[0] === 0x30 ? foundInBytes(plaintext) : undefined
  plaintext.fill(0)
  if (other === undefined) throw wrongPassword()
  throw invalidKey(`Under the password is ${other.en}.`, `口令保护的内容为${other.zh}。`)
}

function schemeOf(input: EncryptedKeyInput): Pbes2 {
  const blocks = documentBlocks(input)
  const encrypted = blocks.filter(({ label }) => label === LABEL || label === '')
  const [block = blocks[0]] = encrypted
  if (block === undefined) throw noEncryptedKey(foundInText(input.format === 'pem' ? input.text : ''))
  const { label, bytes, oldEncryption } = block
  const scheme = bytes && (label === LABEL || label === '') ? readPbes2(bytes) : undefined
  if (scheme === undefined || encrypted.length > 1) {
    throw noEncryptedKey(bytes && label === '' ? foundInBytes(bytes) : foundInBlock(label, bytes, oldEncryption))
  }
  if (!('unsupported' in scheme)) return scheme
  const { en, zh } = scheme.unsupported
  throw invalidKey(`The key is encrypted in a way that is not read: ${en}.`, `密钥的加密方式不支持：${zh}。`)
}

async function decrypted(scheme: Pbes2, password: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { prf, salt, iterations, keyLength, cipher, iv, ciphertext } = scheme
  const key =
    prf === 'SM3'
      ? pbkdf2Sm3(engineOf(completeSm3Part), password, salt, iterations, keyLength)
      : await pbkdf2Sha(prf, password, salt, iterations, keyLength)
  try {
    if (cipher === 'AES') return (await aesCbcDecrypt(key, iv, ciphertext)) ?? failed()
    const sm4 = createSm4Key(key)
    try {
      return sm4.decrypt(ciphertext, { mode: 'cbc', iv, padding: 'pkcs7' })
    } catch {
      return failed()
    } finally {
      sm4.destroy()
    }
  } finally {
    key.fill(0)
  }
}

function failed(): never {
  throw wrongPassword()
}

function wrongPassword(): Error {
  return cryptoError('CRYPTO_DECRYPTION_FAILED', {
    en: 'The password of the private key is another one, or the document was changed.',
    zh: '私钥口令不正确，或文件已被改动。',
  })
}

function noEncryptedKey(found: BilingualText): Error {
  return invalidKey(`This is no encrypted private key. Found: ${found.en}.`, `这不是加密的私钥。实际为：${found.zh}。`)
}
