import { importSm2PrivateKey, importSm2PublicKey, type Sm2PrivateKey, type Sm2PublicKey } from '@nationec/crypto/sm2'
import { isNationEcError } from '@nationec/errors'
import { centreError } from '../errors/centre-error.ts'

/** Reads one's own key. The crypto package's reason is kept as the cause: it never holds the key. */
export function readPrivateKey(input: string | Sm2PrivateKey): Sm2PrivateKey {
  if (isPrivateKey(input)) return input
  try {
    return importSm2PrivateKey(keyText(input))
  } catch (cause) {
    throw invalid('privateKey', cause)
  }
}

/** Reads the other side's key, and spends some time once so that it verifies faster ever after. */
export function readPublicKey(input: string | Sm2PublicKey): Sm2PublicKey {
  if (isPublicKey(input)) return input.prepare()
  try {
    return importSm2PublicKey(keyText(input)).prepare()
  } catch (cause) {
    throw invalid('platformPublicKey', cause)
  }
}

/** Blanks and line ends get into keys that are copied out of documents. */
function keyText(input: unknown): { format: 'pem' | 'base64'; text: string } {
  if (typeof input !== 'string' || input.trim() === '') throw new TypeError('not a key')
  const text = input.trim()
  return text.includes('-----BEGIN') ? { format: 'pem', text } : { format: 'base64', text: text.replace(/\s+/g, '') }
}

function isPrivateKey(input: unknown): input is Sm2PrivateKey {
  return typeof input === 'object' && input !== null && 'sign' in input && typeof input.sign === 'function'
}

function isPublicKey(input: unknown): input is Sm2PublicKey {
  return typeof input === 'object' && input !== null && 'verify' in input && typeof input.verify === 'function'
}

/** The crypto package says what was found in place of the key, and never what is in it. */
function invalid(part: string, cause: unknown): Error {
  const { en, zh } = (isNationEcError(cause) && cause.details[0]) || NO_KEY
  return centreError('CENTRE_CREDENTIALS_INVALID', `${part}: ${en}`, `${part}：${zh}`, cause)
}

const NO_KEY = { en: 'no SM2 key in Base64 or PEM.', zh: '不是 Base64 或 PEM 形式的 SM2 密钥。' }
