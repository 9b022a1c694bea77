import { generateSm2KeyPair } from '@nationec/crypto'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { makeNewFiles } from '../../terminal/new-files.ts'
import { fingerprintOf } from './fingerprint.ts'

export interface KeysFlags {
  readonly privateKeyOut: string
  readonly publicKeyOut?: string
  readonly json?: boolean
}

/** `nationec crypto keys`: an SM2 key pair. The private key goes into a file that only its owner reads, never to stdout. */
export async function keysCommand({ privateKeyOut, publicKeyOut, json = false }: KeysFlags): Promise<void> {
  const { privateKey, publicKey } = generateSm2KeyPair()
  const pem = publicKey.export('pem')
  const publicFile = publicKeyOut === undefined ? [] : [{ path: publicKeyOut, content: pem, mode: 0o644 }]
  await makeNewFiles({ path: privateKeyOut, content: privateKey.export('pem') }, ...publicFile)
  const result = { publicKey: publicKey.export('hex'), pem, fingerprint: fingerprintOf(publicKey) }
  printResult(result, json, () => {
    say(pem.trimEnd())
    say(`fingerprint 指纹: ${result.fingerprint}`)
  })
}
