import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { importSm2PrivateKey, importSm2PublicKey, type Sm2PublicKey } from '@nationec/crypto/sm2'
import type { BilingualText } from '@nationec/errors'
import { agentError } from '../errors/agent-error.ts'

export const signatureAlgorithms = ['sm2', 'ed25519'] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

/** The key that signs documents; it stays with the hospital's IT. */
export interface DocumentSigner {
  readonly algorithm: SignatureAlgorithm
  /** Names the key, as its public half does. */
  readonly keyId: string
  sign(bytes: Uint8Array): Uint8Array
}

/** The key that documents are trusted by. */
export interface DocumentVerifier {
  readonly algorithm: SignatureAlgorithm
  readonly keyId: string
  verify(bytes: Uint8Array, signature: Uint8Array): boolean
}

/**
 * Takes a private key in PEM: SM2, as `nationec keys` writes `signing.private.pem`, or Ed25519.
 *
 * @throws `DOCUMENT_KEY_INVALID`; nothing of the text is quoted
 */
export function readSigner(text: string): DocumentSigner {
  const sm2 = unlessThrown(() => importSm2PrivateKey({ format: 'pem', text }))
  if (sm2 !== undefined) return { algorithm: 'sm2', keyId: keyIdOfSm2(sm2.publicKey), sign: (bytes) => sm2.sign(bytes) }
  const key = unlessThrown(() => createPrivateKey(text))
  if (key?.asymmetricKeyType !== 'ed25519') throw agentError('DOCUMENT_KEY_INVALID', { details: [PRIVATE] })
  return { algorithm: 'ed25519', keyId: keyIdOfEd25519(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key) }
}

/**
 * Takes a public key in PEM: SM2, as `nationec keys` writes `signing.public.pem`, or Ed25519.
 *
 * @throws `DOCUMENT_KEY_INVALID`; nothing of the text is quoted
 */
export function readVerifier(text: string): DocumentVerifier {
  const sm2 = unlessThrown(() => importSm2PublicKey({ format: 'pem', text }))
  if (sm2 !== undefined) {
    const verifySm2 = (bytes: Uint8Array, signature: Uint8Array) => sm2.verify(bytes, signature)
    return { algorithm: 'sm2', keyId: keyIdOfSm2(sm2), verify: verifySm2 }
  }
  // A private key would be taken as well, and must not lie at a till.
  const key = text.includes('PRIVATE KEY') ? undefined : unlessThrown(() => createPublicKey(text))
  if (key?.asymmetricKeyType !== 'ed25519') throw agentError('DOCUMENT_KEY_INVALID', { details: [PUBLIC] })
  const verifyEd25519 = (bytes: Uint8Array, signature: Uint8Array) => verify(null, bytes, key, signature)
  return { algorithm: 'ed25519', keyId: keyIdOfEd25519(key), verify: verifyEd25519 }
}

const PRIVATE: BilingualText = { en: 'It must be a private key.', zh: '此处须为私钥。' }
const PUBLIC: BilingualText = { en: 'It must be a public key.', zh: '此处须为公钥。' }

const keyIdOfSm2 = (key: Sm2PublicKey): string => keyIdOf(key.export('raw'))

const keyIdOfEd25519 = (key: KeyObject): string => keyIdOf(key.export({ type: 'spki', format: 'der' }))

/** Short enough to be read out on the telephone. */
const keyIdOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

function unlessThrown<Key>(read: () => Key): Key | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
