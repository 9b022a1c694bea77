import { bytesToHex, createSm4Key } from '@nationec/crypto'
import { needed } from '../../errors/needed.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type CipherFlags, hexOption, sm2Format, sm4KeyBytes } from './cipher-options.ts'
import { textOfBytes } from './encodings.ts'
import { readPublicKey } from './sm2-keys.ts'

interface Encrypted {
  readonly algorithm: 'sm2' | 'sm4'
  readonly ciphertext: string
  /** In hexadecimal; what decryption must be told besides the key. */
  readonly iv?: string
  readonly nonce?: string
  readonly tag?: string
}

/** `nationec crypto encrypt`: SM2 for the owner of a key, or SM4 under a common one. */
export async function encryptCommand(flags: CipherFlags): Promise<void> {
  const result = flags.algorithm === 'sm2' ? await bySm2(flags) : await bySm4(flags)
  printResult(result, flags.json === true, ({ ciphertext, iv, nonce, tag }) => {
    say(ciphertext)
    for (const [name, value] of Object.entries({ iv, nonce, tag })) if (value !== undefined) say(`${name}: ${value}`)
  })
}

async function bySm2(flags: CipherFlags): Promise<Encrypted> {
  const how = sm2Format(flags)
  const key = await readPublicKey(flags)
  return { algorithm: 'sm2', ciphertext: textOfBytes(key.encrypt(await readBytes(flags.file), how), flags.encoding) }
}

async function bySm4(flags: CipherFlags): Promise<Encrypted> {
  const { mode, encoding, file } = flags
  if (mode === undefined) throw needed('--mode')
  const key = createSm4Key(await sm4KeyBytes(flags))
  const plaintext = await readBytes(file)
  try {
    if (mode === 'gcm') {
      const nonce = flags.nonce === undefined ? random(12) : hexOption(flags.nonce, '--nonce')
      const { ciphertext, tag } = key.seal(plaintext, { mode, nonce })
      return { ...sm4(ciphertext), nonce: bytesToHex(nonce), tag: bytesToHex(tag) }
    }
    if (mode === 'ecb') return sm4(key.encrypt(plaintext, { mode }))
    const iv = flags.iv === undefined ? random(16) : hexOption(flags.iv, '--iv')
    return { ...sm4(key.encrypt(plaintext, { mode, iv })), iv: bytesToHex(iv) }
  } finally {
    key.destroy()
  }

  function sm4(ciphertext: Uint8Array): Encrypted {
    return { algorithm: 'sm4', ciphertext: textOfBytes(ciphertext, encoding) }
  }
}

function random(length: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(length))
}
