import { base64ToBytes, bytesToBase64 } from '@nationec/crypto'
import { type BilingualText, type OptionNames, requireKnownOptions } from '@nationec/errors'
import { centreError, centreOptionError } from '../errors/centre-error.ts'
import { createDataCipher, type DataCipher, localDataKey } from './data-cipher.ts'
import { byKey, type CentreDataKey, type CentreSigner, type CentreVerifier, deviceFault } from './key-devices.ts'
import { readDataKey, readPrivateKey, readPublicKey } from './read-keys.ts'

/** What the platform hands out to an institution, and the institution's own key. */
export interface CentreCredentialsInput {
  /** 渠道编号: the platform's name of the institution's application; at least 16 ASCII characters. */
  readonly appId: string
  /** 渠道密钥. Ends every text that is signed, and makes the key of `encData`. */
  readonly appSecret: string
  /**
   * One's own SM2 key: Base64 of 32 bytes (33 with a leading 00, 31 or 30 without leading zeros), a PEM text, a key of
   * `@nationec/crypto`, or a signer over a device that holds the key.
   */
  readonly privateKey: string | CentreSigner
  /**
   * The platform's SM2 key: Base64 of 65 bytes (04 ‖ X ‖ Y; 64 without the 04), a PEM text, a key of `@nationec/crypto`, or
   * a verifier over a device.
   */
  readonly platformPublicKey: string | CentreVerifier
  /** The key of `encData` in a device. Default: derived from appId and appSecret, see {@link deriveDataKey}. */
  readonly dataKey?: CentreDataKey | undefined
}

/**
 * One side's keys, ready for use. Made by {@link createCentreCredentials}.
 *
 * It holds functions instead of keys: printing, inspecting or serialising it shows neither key nor secret. Signing and
 * decrypting may take their time, because a key may lie in a device; a device that fails is `CENTRE_KEY_FAILED`.
 */
export interface CentreCredentials {
  readonly appId: string
  /** Signs a text with `&key=` and the secret behind it; gives 88 characters of Base64. */
  sign(text: string): Promise<string>
  /** Whether the other side signed that text, with the secret behind it. `false` for anything that is no signature. */
  verify(text: string, signature: string): Promise<boolean>
  /** The cipher of `encData`. */
  readonly cipher: DataCipher
  toJSON(): Record<string, unknown>
}

/** What {@link isCredentials} accepts, for an error text. */
export const fromCreateCentreCredentials: BilingualText = {
  en: 'made by `createCentreCredentials`',
  zh: '`createCentreCredentials` 创建的对象',
}

/** Tells whether a value can be {@link CentreCredentials}. */
export function isCredentials(value: unknown): value is CentreCredentials {
  if (typeof value !== 'object' || value === null) return false
  return 'sign' in value && typeof value.sign === 'function' && 'verify' in value && typeof value.verify === 'function'
}

const INPUT: OptionNames<CentreCredentialsInput> = {
  appId: true,
  appSecret: true,
  privateKey: true,
  platformPublicKey: true,
  dataKey: true,
}

/**
 * Takes the keys in, checks them, and gives the object that a client and a push receiver share.
 *
 * Where the texts come from (a file, the environment, a vault) is the caller's business. The platform signs with its own
 * key; the centre's side of a test swaps the two keys.
 *
 * @throws `CENTRE_CREDENTIALS_INVALID` naming the part, never its content; `CENTRE_OPTION_INVALID` for a member that does
 *   not exist
 *
 * @example
 * ```ts
 * import { generateSm2KeyPair } from '@nationec/crypto/sm2'
 * import { createCentreCredentials } from '@nationec/payment-centre'
 *
 * const own = generateSm2KeyPair()
 * const platform = generateSm2KeyPair()
 * const credentials = createCentreCredentials({
 *   appId: 'EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0',
 *   appSecret: 'example secret',
 *   privateKey: own.privateKey,
 *   platformPublicKey: platform.publicKey,
 * })
 * console.log(JSON.stringify(credentials)) // {"type":"CentreCredentials"}
 * ```
 */
export function createCentreCredentials(input: CentreCredentialsInput): CentreCredentials {
  requireKnownOptions(input, INPUT, centreOptionError)
  const { appId, appSecret } = input
  if (typeof appId !== 'string' || !/^[\x21-\x7e]{16,128}$/.test(appId) || appId.includes('&')) {
    throw centreError(
      'CENTRE_CREDENTIALS_INVALID',
      'appId: 16 to 128 ASCII characters.',
      'appId：须为 16 至 128 个 ASCII 字符。',
    )
  }
  if (typeof appSecret !== 'string' || appSecret === '' || appSecret.length > 1024 || !appSecret.isWellFormed()) {
    throw centreError('CENTRE_CREDENTIALS_INVALID', 'appSecret: must be given.', 'appSecret：必填。')
  }
  const signer = readPrivateKey(input.privateKey)
  const verifier = readPublicKey(input.platformPublicKey)
  const cipher = createDataCipher(readDataKey(input.dataKey) ?? localDataKey(appId, appSecret))
  const encoder = new TextEncoder()
  const keyed = (text: string): Uint8Array => encoder.encode(`${text}&key=${appSecret}`)
  return Object.freeze({
    appId,
    cipher,
    async sign(text: string) {
      const signature = await byKey(() => signer.sign(keyed(text)), 'not-sent')
      if (isRaw(signature)) return bytesToBase64(signature)
      throw deviceFault(notRaw(signature), 'not-sent')
    },
    async verify(text: string, signature: string) {
      const bytes = signatureBytes(signature)
      // `true` and nothing else: what a device says that is no answer must not let a message in.
      return bytes !== undefined && (await byKey(() => verifier.verify(keyed(text), bytes), 'unknown')) === true
    },
    toJSON: () => ({ type: 'CentreCredentials' }),
  })
}

function isRaw(signature: unknown): signature is Uint8Array {
  return isBytes(signature) && signature.length === 64
}

/** Also those of another realm, as test runners have them. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
}

function notRaw(signature: unknown): BilingualText {
  if (!isBytes(signature)) return { en: 'The signer gave no bytes.', zh: '签名设备未返回字节数组。' }
  const { length } = signature
  const [en, zh] = length > 66 && length < 73 ? [', and not DER', '，而不是 DER'] : ['', '']
  return {
    en: `The signer gave ${length} bytes; 64 are needed, r ‖ s${en}.`,
    zh: `签名设备返回 ${length} 字节；须为 r ‖ s 共 64 字节${zh}。`,
  }
}

/** r ‖ s of 64 bytes; the form is checked here so that a longer or laxer text is never taken for it. */
function signatureBytes(signature: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) return undefined
  try {
    return base64ToBytes(signature)
  } catch {
    return undefined // the unused bits of the last character are not zero
  }
}
