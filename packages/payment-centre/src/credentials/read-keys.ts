import { importSm2PrivateKey, importSm2PublicKey, type Sm2PublicKey } from '@nationec/crypto/sm2'
import { isNationEcError } from '@nationec/errors'
import { centreError } from '../errors/centre-error.ts'
import type { CentreDataKey, CentreSigner, CentreVerifier } from './key-devices.ts'

/** Reads one's own key. The crypto package's reason is kept as the cause: it never holds the key. */
export function readPrivateKey(input: string | CentreSigner): CentreSigner {
  if (hasFunctions<CentreSigner>(input, 'sign')) return input
  try {
    return importSm2PrivateKey(keyText(input))
  } catch (cause) {
    throw invalid('privateKey', cause)
  }
}

/** Reads the other side's key, and spends some time once so that it verifies faster ever after. */
export function readPublicKey(input: string | CentreVerifier): CentreVerifier {
  if (hasFunctions<Sm2PublicKey>(input, 'verify', 'prepare')) return input.prepare()
  if (hasFunctions<CentreVerifier>(input, 'verify')) return input
  try {
    return importSm2PublicKey(keyText(input)).prepare()
  } catch (cause) {
    throw invalid('platformPublicKey', cause)
  }
}

export function readDataKey(input: CentreDataKey | undefined): CentreDataKey | undefined {
  if (input === undefined || hasFunctions<CentreDataKey>(input, 'encrypt', 'decrypt')) return input
  throw centreError(
    'CENTRE_CREDENTIALS_INVALID',
    'dataKey: an object with `encrypt` and `decrypt`.',
    'dataKey：须为含 encrypt 和 decrypt 的对象。',
  )
}

/** Blanks and line ends get into keys that are copied out of documents. */
function keyText(input: unknown): { format: 'pem' | 'base64'; text: string } {
  if (typeof input !== 'string' || input.trim() === '') throw new TypeError('not a key')
  const text = input.trim()
  return text.includes('-----BEGIN') ? { format: 'pem', text } : { format: 'base64', text: text.replace(/\s+/g, '') }
}

function hasFunctions<Kind>(input: unknown, ...names: readonly (keyof Kind & string)[]): input is Kind {
  if (typeof input !== 'object' || input === null) return false
  return names.every((name) => name in input && typeof (input as Record<string, unknown>)[name] === 'function')
}

/** The crypto package says what was found in place of the key, and never what is in it. */
function invalid(part: string, cause: unknown): Error {
  const { en, zh } = (isNationEcError(cause) && cause.details[0]) || NO_KEY
  return centreError('CENTRE_CREDENTIALS_INVALID', `${part}: ${en}`, `${part}：${zh}`, cause)
}

const NO_KEY = { en: 'no SM2 key in Base64 or PEM.', zh: '不是 Base64 或 PEM 形式的 SM2 密钥。' }
