import { readFile } from 'node:fs/promises'
import process from 'node:process'
import type { BilingualText } from '@nationec/errors'
import { cliError } from '../errors/cli-error.ts'

/** Far above any bill: clause 3.2 allows 900K. */
const MOST_BYTES = 16 * 1024 * 1024

/**
 * The bytes of a file, or of stdin when the path is `-`.
 *
 * @param what the option or the file of ours that is meant, for messages: a path may hold a person's name
 * @throws `INPUT_MISSING` for a terminal as stdin, where it is not clear what to type; `INPUT_NOT_READABLE`
 */
export async function readBytes(path: string, what?: string): Promise<Uint8Array> {
  const bytes = path === '-' ? await readStdin() : await readFileOf(path, what)
  if (bytes.length > MOST_BYTES) throw cliError('INPUT_NOT_READABLE', { details: [about(what, TOO_LARGE)] })
  return bytes
}

/** A fact with the name of what it is about in front. */
export function about(what: string | undefined, { en, zh }: BilingualText): BilingualText {
  return what === undefined ? { en, zh } : { en: `${what}: ${en}`, zh: `${what}：${zh}` }
}

const TOO_LARGE = { en: 'It is larger than 16 MiB.', zh: '内容超过 16 MiB。' }

/** Why the system did not give a file. */
const REASONS: Readonly<Record<string, BilingualText>> = {
  ENOENT: { en: 'There is no such file.', zh: '文件不存在。' },
  ENOTDIR: { en: 'There is no such folder.', zh: '文件夹不存在。' },
  EISDIR: { en: 'It is a folder.', zh: '该路径是文件夹。' },
  EACCES: { en: 'This user may not read it.', zh: '当前用户无权读取。' },
  EPERM: { en: 'This user may not read it.', zh: '当前用户无权读取。' },
}

const UNKNOWN_REASON = { en: 'The system does not give it.', zh: '系统无法读取。' }

async function readFileOf(path: string, what: string | undefined): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw cliError('INPUT_NOT_READABLE', { cause, details: [about(what, REASONS[code] ?? UNKNOWN_REASON)] })
  }
}

async function readStdin(): Promise<Uint8Array> {
  if (process.stdin.isTTY === true) throw cliError('INPUT_MISSING')
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length <= MOST_BYTES) parts.push(part)
  }
  if (length === 0) throw cliError('INPUT_MISSING')
  return length > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : Buffer.concat(parts)
}
