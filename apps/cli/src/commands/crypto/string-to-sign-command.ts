import { bytesToHex, createSm4Key, hexToBytes } from '@nationec/crypto'
import { emptyRemovals, isObject, type JsonObject, readJson } from '@nationec/crypto/json'
import { sm3 } from '@nationec/crypto/sm3'
import { defineCentreProfile, deriveDataKey, stringToSign } from '@nationec/payment-centre'
import { cliError } from '../../errors/cli-error.ts'
import { needed } from '../../errors/needed.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { readSecret } from '../../input/read-secret.ts'
import { textOf } from '../../input/text-of.ts'
import { sayBytes, sayJson } from '../../output/say.ts'

export interface StringToSignFlags {
  readonly file: string
  readonly scalars: string
  readonly emptyRemoval: string
  readonly appSecretFile?: string
  readonly appSecretEnv?: string
  readonly withKey?: boolean
  readonly json?: boolean
}

/**
 * `nationec crypto string-to-sign`: the exact text that an envelope of the payment centre is signed over, without a line end,
 * so that it can be handed on to `crypto sign` and `explain signature`. The secret is in it only when asked for.
 */
export async function stringToSignCommand(flags: StringToSignFlags): Promise<void> {
  const { scalars, emptyRemoval, withKey = false, json = false } = flags
  const envelope = readJson(textOf(await readBytes(flags.file)))
  if (!isObject(envelope)) throw cliError('INPUT_INVALID', { details: [NO_ENVELOPE] })
  const secret = await appSecretOf(flags)
  if (withKey && secret === undefined) throw needed('--app-secret-file', '--app-secret-env')
  const profile = defineCentreProfile({
    name: 'string-to-sign',
    scalars: named(scalars, ['as text', 'as written', 'first level as text']),
    emptyRemoval: named(emptyRemoval, ['unknown', ...emptyRemovals]),
  })
  const text = stringToSign(withData(envelope, secret), profile)
  const whole = withKey ? `${text}&key=${secret}` : text
  const bytes = new TextEncoder().encode(whole)
  if (json) sayJson({ text: whole, bytes: bytes.length, sm3: bytesToHex(sm3(bytes)), withKey, scalars, emptyRemoval })
  else sayBytes(bytes)
}

/** The setting that a word of the command line stands for: `first-level-null` for `first level: null`. */
function named<Name extends string>(word: string, names: readonly Name[]): Name {
  const found = names.find((name) => name.replace(/[:,]? /g, '-') === word)
  if (found === undefined) throw new RangeError(word)
  return found
}

async function appSecretOf({ appSecretFile, appSecretEnv }: StringToSignFlags): Promise<string | undefined> {
  if (appSecretFile === undefined && appSecretEnv === undefined) return undefined
  return await readSecret({ file: appSecretFile, variable: appSecretEnv, option: '--app-secret' })
}

/** A sealed envelope holds its body encrypted; the key follows from appId and appSecret. */
function withData(envelope: JsonObject, secret: string | undefined): JsonObject {
  const { encData, appId, data } = envelope
  if (data !== undefined || typeof encData !== 'string' || encData === '') return envelope
  if (secret === undefined) throw needed('--app-secret-file', '--app-secret-env')
  if (typeof appId !== 'string' || appId.length < 16) throw cliError('INPUT_INVALID', { details: [NO_APP_ID] })
  const key = createSm4Key(deriveDataKey(appId, secret))
  try {
    const plaintext = key.decrypt(hexToBytes(encData), { mode: 'ecb', padding: 'pkcs7' })
    return { ...envelope, data: new TextDecoder('utf-8', { fatal: true }).decode(plaintext) }
  } catch {
    throw cliError('INPUT_INVALID', { details: [OTHER_SECRET] })
  } finally {
    key.destroy()
  }
}

const NO_ENVELOPE = {
  en: 'It must be one JSON object without a member that stands twice: an envelope with `data` or `encData`.',
  zh: '内容须为一个 JSON 对象，成员不得重复：含 data 或 encData 的报文。',
}
const NO_APP_ID = {
  en: 'Its appId is missing; it makes the key of encData.',
  zh: '缺少 appId，无法得到 encData 的密钥。',
}
const OTHER_SECRET = {
  en: 'encData cannot be decrypted: it belongs to another appId or appSecret, or was changed.',
  zh: 'encData 无法解密：appId 或 appSecret 不符，或内容被改动。',
}
