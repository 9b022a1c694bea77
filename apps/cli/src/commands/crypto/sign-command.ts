import { readBytes } from '../../input/read-bytes.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type TextEncoding, textOfBytes } from './encodings.ts'
import { type PrivateKeyFlags, readPrivateKey } from './sm2-keys.ts'

export interface SignFlags extends PrivateKeyFlags {
  readonly file: string
  readonly userId?: string
  readonly signatureFormat: 'raw' | 'der'
  readonly encoding: TextEncoding
  readonly json?: boolean
}

/** `nationec crypto sign`: over the exact bytes of the input. */
export async function signCommand(flags: SignFlags): Promise<void> {
  const { file, userId, signatureFormat: format, encoding, json = false } = flags
  const privateKey = await readPrivateKey(flags)
  const signature = textOfBytes(privateKey.sign(await readBytes(file), { userId, format }), encoding)
  printResult({ signature, encoding, format }, json, () => say(signature))
}
