import { generateSm2KeyPair } from '@nationec/crypto'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { makeNewFile } from '../../terminal/trace-file.ts'
import { fingerprintOf } from './fingerprint.ts'

export interface KeysFlags {
  readonly privateKeyOut: string
  readonly publicKeyOut?: string
  readonly json?: boolean
}

/** `nationec crypto keys`: an SM2 key pair. The private key goes into a file that only its owner reads, never to stdout. */
export async function keysCommand({ privateKeyOut, publicKeyOut, json = false }: KeysFlags): Promise<void> {
  const { privateKey, publicKey } = generateSm2KeyPair()
  await makeNewFile(privateKeyOut, privateKey.export('pem'))
  const pem = publicKey.export('pem')
  if (publicKeyOut !== undefined) await makeNewFile(publicKeyOut, pem, 0o644)
  const result = { publicKey: publicKey.export('hex'), pem, fingerprint: fingerprintOf(publicKey) }
  printResult(result, json, () => {
    say(pem.trimEnd())
    say(`fingerprint 指纹: ${result.fingerprint}`)
  })
}
