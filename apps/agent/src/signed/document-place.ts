import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeUtf8 } from '@nationec/errors'
import { agentError } from '../errors/agent-error.ts'
import type { SignedTexts } from './sign-document.ts'

/** Far more than settings or a list of files. */
const MOST_BYTES = 1024 * 1024
const PATIENCE = 15_000

/** Where documents are: a folder, also one of another machine, or an address of http or https. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place)
}

/**
 * Reads a document and the signature beside it: `NAME` and `NAME.sig` in a folder or below an address.
 *
 * @throws `DOCUMENT_UNREACHABLE`
 */
export async function readPlace(place: string, name: string): Promise<SignedTexts> {
  const read = isAddress(place) ? textAt : textIn
  try {
    // One after the other: a document that is being replaced is then refused by its signature, and read again later.
    return { text: await read(place, name), signature: await read(place, `${name}.sig`) }
  } catch (cause) {
    throw agentError('DOCUMENT_UNREACHABLE', { cause })
  }
}

async function textIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  if ((await stat(path)).size > MOST_BYTES) throw new RangeError('too large')
  return text(await readFile(path))
}

async function textAt(address: string, name: string): Promise<string> {
  const url = new URL(name, address.endsWith('/') ? address : `${address}/`)
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    throw new Error(`answered with status ${response.status}`)
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body) {
    length += part.length
    if (length > MOST_BYTES) throw new RangeError('too large')
    parts.push(part)
  }
  return text(Buffer.concat(parts))
}

function text(bytes: Uint8Array): string {
  const decoded = decodeUtf8(bytes)
  if (decoded === undefined) throw new TypeError('no UTF-8')
  return decoded
}
