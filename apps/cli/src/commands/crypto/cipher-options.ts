import type { Sm2CiphertextFormat } from '@nationec/crypto'
import { cliError } from '../../errors/cli-error.ts'
import { needed } from '../../errors/needed.ts'
import { about } from '../../input/read-bytes.ts'
import { readSecret } from '../../input/read-secret.ts'
import { bytesOf, type TextEncoding } from './encodings.ts'
import type { PrivateKeyFlags, PublicKeyFlags } from './sm2-keys.ts'

/** What encryption and decryption are told. */
export interface CipherFlags extends PrivateKeyFlags, PublicKeyFlags {
  readonly file: string
  readonly algorithm: 'sm2' | 'sm4'
  readonly encoding: TextEncoding
  readonly form?: 'C1C3C2' | 'C1C2C3' | 'asn1'
  readonly without04?: boolean
  readonly keyFile?: string
  readonly keyEnv?: string
  readonly mode?: 'gcm' | 'cbc' | 'ecb'
  readonly iv?: string
  readonly nonce?: string
  readonly tag?: string
  readonly json?: boolean
}

/** The order of the parts must be named: the bytes themselves cannot tell. */
export function sm2Format({ form, without04 = false }: CipherFlags): Sm2CiphertextFormat {
  if (form === undefined) throw needed('--form')
  return form === 'asn1' ? { format: 'asn1' } : { format: form, prefix04: !without04 }
}

/** The SM4 key as 16 bytes, written in hexadecimal. */
export async function sm4KeyBytes({ keyFile, keyEnv }: CipherFlags): Promise<Uint8Array> {
  return hexOption(await readSecret({ file: keyFile, variable: keyEnv, option: '--key' }), '--key-file, --key-env')
}

/** The bytes of an option in hexadecimal that the chosen mode cannot do without. */
export function hexOption(value: string | undefined, option: string): Uint8Array {
  if (value === undefined) throw needed(option)
  if (/^(?:[0-9a-f]{2})*$/i.test(value)) return bytesOf(value, 'hex')
  const text = { en: 'It must be pairs of hexadecimal digits.', zh: '须为成对的十六进制数字。' }
  throw cliError('INPUT_INVALID', { details: [about(option, text)] })
}
