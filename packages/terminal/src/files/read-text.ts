import { readFile, stat } from 'node:fs/promises'

/** Far more than a configuration, a profile or a key in PEM. */
const MOST_BYTES = 1024 * 1024

/**
 * Reads a text file as editors and shells of Windows write it: UTF-8 with or without a byte order mark, UTF-16 LE with
 * one (PowerShell 5.1), or GB18030. Gives `undefined` for a file that is missing, too large or no text.
 */
export async function readText(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return undefined
    const bytes = await readFile(path)
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes)
    return decoded('utf-8', bytes) ?? decoded('gb18030', bytes)
  } catch {
    return undefined
  }
}

/** A decoder drops the byte order mark of its character set. */
function decoded(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
