import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { PAGE_POLICY } from '../security/headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
}

/**
 * Gives a file below a folder, or `undefined`. Nothing outside the folder, no hidden file, no unknown kind.
 *
 * @param encodings `Accept-Encoding`: a file that lies there compressed beside it is given so
 */
export async function staticFile(folder: string, path: string, encodings = ''): Promise<Response | undefined> {
  const parts = path.split('/').filter((part) => part !== '')
  if (parts.some((part) => !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(part))) return undefined
  const type = TYPES[extname(path)]
  if (type === undefined) return undefined
  try {
    const file = await realpath(join(folder, ...parts))
    if (!file.startsWith((await realpath(folder)) + sep)) return undefined
    const cache = isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
    const packed = /\bgzip\b/.test(encodings) ? await readFile(`${file}.gz`).catch(() => undefined) : undefined
    const page = pageOf(packed ?? (await readFile(file)), type, cache)
    page.headers.set('Vary', 'Accept-Encoding')
    if (packed !== undefined) page.headers.set('Content-Encoding', 'gzip')
    return page
  } catch {
    return undefined
  }
}

/** Files whose name holds a digest of their content never change. */
function isHashed(file: string): boolean {
  return /[.-][A-Za-z0-9_-]{8,}\.(js|css|woff2|svg|png)$/.test(file)
}

export function pageOf(
  body: string | Uint8Array<ArrayBuffer>,
  type = 'text/html; charset=utf-8',
  cache = 'no-store',
): Response {
  return new Response(body, {
    headers: { 'Content-Type': type, 'Cache-Control': cache, 'Content-Security-Policy': PAGE_POLICY },
  })
}
