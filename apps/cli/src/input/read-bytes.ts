import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { cliError } from '../cli-error.ts'

/** Far above any bill: clause 3.2 allows 900K. */
const MOST_BYTES = 16 * 1024 * 1024

/**
 * The bytes of a file, or of stdin when the path is `-`.
 *
 * @throws `INPUT_MISSING` for a terminal as stdin, where nobody would know what to type; `INPUT_NOT_READABLE`
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const bytes = path === '-' ? await readStdin() : await readFileOf(path)
  if (bytes.length > MOST_BYTES) throw cliError('INPUT_NOT_READABLE', { details: [TOO_LARGE] })
  return bytes
}

const TOO_LARGE = { en: 'It is larger than 16 MiB.', zh: '内容超过 16 MiB。' }

async function readFileOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw cliError('INPUT_NOT_READABLE', { cause })
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
