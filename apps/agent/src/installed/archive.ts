import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { agentError } from '../errors/agent-error.ts'
import { isInside } from './release-folder.ts'

/**
 * Unpacks an archive of a release: a zip, or a tarball as releases for Linux are. The one folder that everything lies in
 * is left out.
 *
 * @throws `AGENT_RELEASE_DAMAGED`
 */
export async function unpack(bytes: Uint8Array, folder: string): Promise<void> {
  const entries = entriesOf(bytes)
  for (const { path, content, mode } of entries) {
    const inside = path.slice(path.indexOf('/') + 1)
    if (!isInside(path) || inside === '') throw agentError('AGENT_RELEASE_DAMAGED')
    const file = join(folder, inside)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content, { mode })
  }
}

interface Entry {
  readonly path: string
  readonly content: Uint8Array
  readonly mode: number
}

function entriesOf(bytes: Uint8Array): Entry[] {
  try {
    if (bytes[0] === 0x1f) return entriesOfTar(gunzipSync(bytes))
    return Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, content, mode: 0o755 }))
  } catch (cause) {
    throw agentError('AGENT_RELEASE_DAMAGED', { cause })
  }
}

const BLOCK = 512

/** POSIX ustar, regular files alone: a release holds nothing else. */
function entriesOfTar(tar: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const head = tar.subarray(at, at + BLOCK)
    const text = (from: number, length: number): string =>
      head.toString('utf8', from, from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12), 8)
    const end = at + BLOCK + size
    if (text(156, 1) !== '0' || text(257, 6) !== 'ustar' || !(end <= tar.length))
      throw new Error('no file of a release')
    const [prefix, name] = [text(345, 155), text(0, 100)]
    entries.push({
      path: prefix === '' ? name : `${prefix}/${name}`,
      content: tar.subarray(at + BLOCK, end),
      mode: Number.parseInt(text(100, 8), 8) & 0o755,
    })
    at = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return entries
}
