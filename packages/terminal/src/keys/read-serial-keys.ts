import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { importSm2PrivateKey, importSm2PublicKey, type Sm2PrivateKey, type Sm2PublicKey } from '@nationec/crypto'
import type { BilingualText } from '@nationec/errors'
import type { Issue, IssueRule } from '@nationec/protocol'
import { TerminalError } from '../errors/terminal-error.ts'
import { readText } from '../files/read-text.ts'

/** The keys of one side of the serial link, and the public keys of the other side. */
export interface SerialKeys {
  readonly link: Sm2PrivateKey
  readonly signing: Sm2PrivateKey
  /** Of the other side, brought here over a trusted route. */
  readonly peer: { readonly link: Sm2PublicKey; readonly signing: Sm2PublicKey }
}

/** A folder of keys, read. */
export interface ReadSerialKeys {
  readonly keys: SerialKeys
  /** Private files that other users of this machine can read, by their names in the folder. */
  readonly exposed: readonly string[]
}

/** The keys that were found; `keys` is only complete when there is no issue. */
export interface KeysFolder {
  readonly keys: SerialKeys | undefined
  readonly exposed: readonly string[]
  readonly issues: readonly Issue[]
}

/**
 * Reads the keys of one side of the serial link from a folder that `nationec keys` has made; its subfolder `peer` holds
 * the two public files of the other side.
 *
 * @throws `SETTING_INVALID` with every file that is missing, holds no key, or is this side's own key under `peer`;
 *   nothing of a file is quoted
 *
 * @example not run: needs a folder of keys
 * ```ts
 * import { readSerialKeys } from '@nationec/terminal'
 *
 * const { keys, exposed } = await readSerialKeys('C:/nationec/till')
 * if (exposed.length > 0) console.warn('other users can read', exposed)
 * console.log(keys.link.publicKey.export('hex'))
 * ```
 */
export async function readSerialKeys(folder: string): Promise<ReadSerialKeys> {
  const { keys, exposed, issues } = await readKeysFolder(folder)
  if (keys === undefined) throw new TerminalError('SETTING_INVALID', { issues })
  return { keys, exposed }
}

/** Reads the folder and gives what is wrong with it, to be told with the other settings. */
export async function readKeysFolder(folder: string): Promise<KeysFolder> {
  const readPrivate = (text: string) => importSm2PrivateKey({ format: 'pem', text })
  const readPublic = (text: string) => importSm2PublicKey({ format: 'pem', text })
  const issues: Issue[] = []
  const exposed: string[] = []
  const link = await keyIn('link.private.pem', readPrivate)
  const signing = await keyIn('signing.private.pem', readPrivate)
  const peerLink = await keyIn('peer/link.public.pem', readPublic)
  const peerSigning = await keyIn('peer/signing.public.pem', readPublic)
  for (const name of ['link.private.pem', 'signing.private.pem'])
    if (await isExposed(join(folder, name))) exposed.push(name)
  const own = [link, signing].map((key) => key?.publicKey.export('hex'))
  if (peerLink !== undefined && own.includes(peerLink.export('hex')))
    refuse('peer/link.public.pem', 'value', OWN_AS_PEER)
  if (peerSigning !== undefined && own.includes(peerSigning.export('hex')))
    refuse('peer/signing.public.pem', 'value', OWN_AS_PEER)
  if (issues.length > 0 || !link || !signing || !peerLink || !peerSigning) return { keys: undefined, exposed, issues }
  return { keys: { link, signing, peer: { link: peerLink, signing: peerSigning } }, exposed, issues }

  async function keyIn<Key>(name: string, read: (text: string) => Key): Promise<Key | undefined> {
    const text = await readText(join(folder, name))
    if (text === undefined) return refuse(name, 'required', name.startsWith('peer/') ? PEER_MISSING : OWN_MISSING)
    try {
      return read(text)
    } catch {
      // What the reader says may quote the file: it is no cause.
      return refuse(name, 'format', name.endsWith('.private.pem') ? NO_PRIVATE_KEY : NO_PUBLIC_KEY)
    }
  }

  function refuse(name: string, rule: IssueRule, text: BilingualText): undefined {
    issues.push({ path: `serialKeys/${name}`, rule, text })
    return undefined
  }
}

/** Windows says who may read a file in another way. */
async function isExposed(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && (found.mode & 0o077) !== 0
}

const OWN_MISSING = {
  en: 'is missing or cannot be read; `nationec keys --folder <folder>` makes it, and serialKeys names that folder',
  zh: '文件不存在或无法读取；请用 nationec keys --folder <文件夹> 生成，并将该文件夹填入 serialKeys',
}
const PEER_MISSING = {
  en: 'is missing or cannot be read; copy the public file of the other side into the subfolder peer',
  zh: '文件不存在或无法读取；请将对端的同名公钥文件复制到 peer 子文件夹',
}
const NO_PRIVATE_KEY = {
  en: 'holds no SM2 private key in PEM; take the file as `nationec keys` wrote it',
  zh: '内容不是 PEM 格式的 SM2 私钥；请使用 nationec keys 生成的原文件',
}
const NO_PUBLIC_KEY = {
  en: 'holds no SM2 public key in PEM; take the file as `nationec keys` wrote it on the other side',
  zh: '内容不是 PEM 格式的 SM2 公钥；请使用对端 nationec keys 生成的原文件',
}
const OWN_AS_PEER = {
  en: 'is a key of this side itself; copy the file of the other side',
  zh: '是本侧自己的公钥；请复制对端的公钥文件',
}
