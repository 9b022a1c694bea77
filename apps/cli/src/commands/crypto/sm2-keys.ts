import { importSm2PrivateKey, importSm2PublicKey, type Sm2PrivateKey, type Sm2PublicKey } from '@nationec/crypto'
import { needed } from '../../errors/needed.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { jsonObject } from '../../input/read-json.ts'
import { readSecret } from '../../input/read-secret.ts'
import { textOf } from '../../input/text-of.ts'

/** The forms in which keys are handed around; named, never guessed. */
export type KeyFormat = 'pem' | 'hex' | 'base64' | 'jwk'

export interface PrivateKeyFlags {
  readonly privateKeyFile?: string
  readonly privateKeyEnv?: string
  readonly keyFormat: KeyFormat
}

export interface PublicKeyFlags {
  readonly publicKeyFile?: string
  readonly keyFormat: KeyFormat
}

/** @throws `INPUT_*`, `CRYPTO_KEY_INVALID` */
export async function readPrivateKey({
  privateKeyFile,
  privateKeyEnv,
  keyFormat,
}: PrivateKeyFlags): Promise<Sm2PrivateKey> {
  const text = await readSecret({ file: privateKeyFile, variable: privateKeyEnv, option: '--private-key' })
  if (keyFormat !== 'jwk') return importSm2PrivateKey({ format: keyFormat, text })
  return importSm2PrivateKey({ format: 'jwk', jwk: jsonObject(text, '--private-key') as never })
}

/** @throws `INPUT_*`, `CRYPTO_KEY_INVALID` */
export async function readPublicKey({ publicKeyFile, keyFormat }: PublicKeyFlags): Promise<Sm2PublicKey> {
  if (publicKeyFile === undefined) throw needed('--public-key-file')
  const text = textOf(await readBytes(publicKeyFile, '--public-key-file')).trim()
  if (keyFormat !== 'jwk') return importSm2PublicKey({ format: keyFormat, text })
  return importSm2PublicKey({ format: 'jwk', jwk: jsonObject(text, '--public-key-file') as never })
}
