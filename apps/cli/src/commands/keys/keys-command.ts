import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { generateSm2KeyPair, importSm2PublicKey, type Sm2PublicKey } from '@nationec/crypto'
import { cliError } from '../../errors/cli-error.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { table } from '../../output/table.ts'
import { makeNewFiles } from '../../terminal/new-files.ts'
import { fingerprintOf } from '../crypto/fingerprint.ts'

export interface LinkKeysFlags {
  readonly folder: string
  readonly show?: boolean
  readonly json?: boolean
}

/** The link key proves who is on the cable, the signing key signs business texts; neither can do the other's work. */
const PURPOSES = ['link', 'signing'] as const

/** `nationec keys`: what is pinned on the other side are the two public files. */
export async function linkKeysCommand({ folder, show = false, json = false }: LinkKeysFlags): Promise<void> {
  const keys = show ? await readKeys(folder) : await makeKeys(folder)
  printResult({ keys }, json, () => {
    const columns = ['purpose 用途', 'fingerprint 指纹', 'public key 公钥'].map((title) => ({ title }))
    say(
      table(
        columns,
        keys.map(({ purpose, fingerprint, file }) => [purpose, fingerprint, file]),
      ),
    )
  })
}

async function makeKeys(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw cliError('FOLDER_NOT_WRITABLE', { cause })
  })
  const pairs = PURPOSES.map((purpose) => ({ purpose, ...generateSm2KeyPair() }))
  await makeNewFiles(
    ...pairs.flatMap(({ purpose, privateKey, publicKey }) => [
      { path: join(folder, `${purpose}.private.pem`), content: privateKey.export('pem') },
      { path: publicFile(folder, purpose), content: publicKey.export('pem'), mode: 0o644 },
    ]),
  )
  return pairs.map(({ purpose, publicKey }) => described(folder, purpose, publicKey))
}

async function readKeys(folder: string) {
  const read = PURPOSES.map(async (purpose) => {
    const text = textOf(await readBytes(publicFile(folder, purpose), `${purpose}.public.pem`))
    return described(folder, purpose, importSm2PublicKey({ format: 'pem', text }))
  })
  return Promise.all(read)
}

function publicFile(folder: string, purpose: string): string {
  return join(folder, `${purpose}.public.pem`)
}

function described(folder: string, purpose: (typeof PURPOSES)[number], key: Sm2PublicKey) {
  return { purpose, fingerprint: fingerprintOf(key), file: publicFile(folder, purpose) }
}
