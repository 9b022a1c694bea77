import { EXIT } from '../../errors/exit.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { bytesOf, type TextEncoding } from './encodings.ts'
import { type PublicKeyFlags, readPublicKey } from './sm2-keys.ts'

export interface VerifyFlags extends PublicKeyFlags {
  readonly file: string
  readonly signature: string
  readonly userId?: string
  readonly signatureFormat: 'raw' | 'der'
  readonly encoding: TextEncoding
  readonly json?: boolean
}

/** `nationec crypto verify`: exit code 1 for a signature that is not right; `explain` tells why. */
export async function verifyCommand(flags: VerifyFlags): Promise<number> {
  const { file, signature, userId, signatureFormat: format, encoding, json = false } = flags
  const publicKey = await readPublicKey(flags)
  const valid = publicKey.verify(await readBytes(file), bytesOf(signature, encoding), { userId, format })
  printResult({ valid }, json, () =>
    say(valid ? 'valid 验签通过' : 'not valid 验签不通过 (nationec crypto explain signature)'),
  )
  return valid ? EXIT.ok : EXIT.refused
}
