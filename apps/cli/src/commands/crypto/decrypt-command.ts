import { bytesToBase64, createSm4Key } from '@nationec/crypto'
import { needed } from '../../errors/needed.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { sayBytes, sayJson } from '../../output/say.ts'
import { type CipherFlags, hexOption, sm2Format, sm4KeyBytes } from './cipher-options.ts'
import { bytesOf } from './encodings.ts'
import { readPrivateKey } from './sm2-keys.ts'

/** `nationec crypto decrypt`: the plaintext as it is on stdout; with `--json` in Base64, because it may be no text. */
export async function decryptCommand(flags: CipherFlags): Promise<void> {
  const plaintext = flags.algorithm === 'sm2' ? await bySm2(flags) : await bySm4(flags)
  if (flags.json === true) sayJson({ plaintextBase64: bytesToBase64(plaintext) })
  else sayBytes(plaintext)
}

async function ciphertextOf({ file, encoding }: CipherFlags): Promise<Uint8Array> {
  return bytesOf(textOf(await readBytes(file)), encoding)
}

async function bySm2(flags: CipherFlags): Promise<Uint8Array> {
  const how = sm2Format(flags)
  const key = await readPrivateKey(flags)
  return key.decrypt(await ciphertextOf(flags), how)
}

async function bySm4(flags: CipherFlags): Promise<Uint8Array> {
  const { mode, iv, nonce, tag } = flags
  if (mode === undefined) throw needed('--mode')
  const key = createSm4Key(await sm4KeyBytes(flags))
  const ciphertext = await ciphertextOf(flags)
  try {
    if (mode === 'ecb') return key.decrypt(ciphertext, { mode })
    if (mode === 'cbc') return key.decrypt(ciphertext, { mode, iv: hexOption(iv, '--iv') })
    return key.open(ciphertext, { mode, nonce: hexOption(nonce, '--nonce'), tag: hexOption(tag, '--tag') })
  } finally {
    key.destroy()
  }
}
