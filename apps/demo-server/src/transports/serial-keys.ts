import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import type { BilingualText } from '@nationec/errors'
import type { Issue, IssueRule } from '@nationec/protocol'
import type { InstitutionKeys } from '@nationec/transport-serial'
import { agentError } from '../errors/agent-error.ts'

/** A folder of keys, read. */
export interface ReadSerialKeys {
  readonly keys: InstitutionKeys
  /** Private files that other users of this machine can read, by their names in the folder. */
  readonly exposed: readonly string[]
}

/** Far more than a key in PEM. */
const MOST_BYTES = 64 * 1024

/**
 * Reads the keys of this side of the serial link from a folder that `nationec keys` has made; its subfolder `peer` holds
 * the two public files of the terminal. The command line reads the same folder.
 *
 * @throws `AGENT_CONFIG_INVALID` with every file that is missing or holds no key; nothing of a file is quoted
 */
export async function readSerialKeys(folder: string): Promise<ReadSerialKeys> {
  // Loaded when it is needed, as the ways to the terminal are.
  const { importSm2PrivateKey, importSm2PublicKey } = await import('@nationec/crypto')
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
  if (issues.length > 0 || !link || !signing || !peerLink || !peerSigning)
    throw agentError('AGENT_CONFIG_INVALID', { issues })
  return { keys: { link, signing, terminal: { link: peerLink, signing: peerSigning } }, exposed }

  async function keyIn<Key>(name: string, read: (text: string) => Key): Promise<Key | undefined> {
    const text = await textIn(join(folder, name))
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

/** A text in UTF-8, or in UTF-16 as PowerShell 5.1 copies files; `undefined` for what cannot be read. */
async function textIn(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) return ''
    const bytes = await readFile(path)
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes)
  } catch {
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
  en: 'is missing or cannot be read; copy the public file of the terminal’s side into the subfolder peer',
  zh: '文件不存在或无法读取；请将终端一侧的同名公钥文件复制到 peer 子文件夹',
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
  en: 'is a key of this side itself; copy the file of the terminal’s side',
  zh: '是本侧自己的公钥；请复制终端一侧的公钥文件',
}
