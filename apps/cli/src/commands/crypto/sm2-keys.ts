import { importSm2PrivateKey, importSm2PublicKey, type Sm2PrivateKey, type Sm2PublicKey } from '@nationec/crypto'
import { decryptSm2PrivateKey, readSm2Certificates, type Sm2Certificate, verifySm2Chain } from '@nationec/crypto/keys'
import { cliError } from '../../errors/cli-error.ts'
import { needed } from '../../errors/needed.ts'
import { about, readBytes } from '../../input/read-bytes.ts'
import { jsonObject } from '../../input/read-json.ts'
import { readSecret } from '../../input/read-secret.ts'
import { textOf } from '../../input/text-of.ts'

/** The forms in which keys are handed around; named, never guessed. */
export type KeyFormat = 'pem' | 'hex' | 'base64' | 'jwk'

export interface PrivateKeyFlags {
  readonly privateKeyFile?: string
  readonly privateKeyEnv?: string
  readonly keyPasswordFile?: string
  readonly keyPasswordEnv?: string
  readonly keyFormat: KeyFormat
}

export interface PublicKeyFlags {
  readonly publicKeyFile?: string
  readonly rootFile?: string
  readonly keyFormat: KeyFormat
}

/** @throws `INPUT_*`, `CRYPTO_KEY_INVALID`, `CRYPTO_DECRYPTION_FAILED` for a wrong password */
export async function readPrivateKey(flags: PrivateKeyFlags): Promise<Sm2PrivateKey> {
  const { privateKeyFile, privateKeyEnv, keyPasswordFile, keyPasswordEnv, keyFormat: format } = flags
  const text = await readSecret({ file: privateKeyFile, variable: privateKeyEnv, option: '--private-key' })
  if (keyPasswordFile !== undefined || keyPasswordEnv !== undefined) {
    if (format !== 'pem' && format !== 'base64')
      throw cliError('INPUT_INVALID', { details: [about('--key-format', DOCUMENT)] })
    const password = await readSecret({ file: keyPasswordFile, variable: keyPasswordEnv, option: '--key-password' })
    return await decryptSm2PrivateKey({ format, text, password })
  }
  if (format !== 'jwk') return importSm2PrivateKey({ format, text })
  return importSm2PrivateKey({ format: 'jwk', jwk: jsonObject(text, '--private-key') as never })
}

/**
 * A public key; with `--root-file` that of a certificate whose chain ends there.
 *
 * @throws `INPUT_*`, `CRYPTO_KEY_INVALID`, `CRYPTO_CERTIFICATE_INVALID`
 */
export async function readPublicKey({
  publicKeyFile,
  rootFile,
  keyFormat: format,
}: PublicKeyFlags): Promise<Sm2PublicKey> {
  if (publicKeyFile === undefined) throw needed('--public-key-file')
  const bytes = await readBytes(publicKeyFile, '--public-key-file')
  if (rootFile !== undefined) {
    const [root] = certificatesIn(await readBytes(rootFile, '--root-file'))
    return verifySm2Chain(certificatesIn(bytes), { root })
  }
  const text = textOf(bytes).trim()
  if (format !== 'jwk') return importSm2PublicKey({ format, text })
  return importSm2PublicKey({ format: 'jwk', jwk: jsonObject(text, '--public-key-file') as never })
}

/** Files called `.cer` and `.crt` are PEM as often as DER, which begins with a SEQUENCE. */
function certificatesIn(bytes: Uint8Array): [Sm2Certificate, ...Sm2Certificate[]] {
  if (bytes[0] === 0x30) return readSm2Certificates({ format: 'raw', bytes })
  return readSm2Certificates({ format: 'pem', text: textOf(bytes) })
}

const DOCUMENT = {
  en: 'It must be pem or base64 where the key has a password.',
  zh: '私钥带口令时须为 pem 或 base64。',
}
