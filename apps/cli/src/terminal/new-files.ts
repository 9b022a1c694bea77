import { rm, writeFile } from 'node:fs/promises'
import type { Delivery } from '@nationec/errors'
import { cliError } from '../errors/cli-error.ts'

/** A file that is not there yet. */
export interface NewFile {
  readonly path: string
  readonly content?: string | Uint8Array
  /** Default: its owner alone reads it. */
  readonly mode?: number
}

/**
 * Makes files that do not exist, all of them or none.
 *
 * @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE`
 */
export async function makeNewFiles(...files: readonly NewFile[]): Promise<void> {
  const made: string[] = []
  try {
    for (const { path, content = '', mode = 0o600 } of files) {
      await writeFile(path, content, { flag: 'wx', mode })
      made.push(path)
    }
  } catch (cause) {
    for (const path of made) await rm(path, { force: true })
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw cliError(exists ? 'FILE_EXISTS' : 'FOLDER_NOT_WRITABLE', { cause })
  }
}

/**
 * Puts the content into a file that was made for it.
 *
 * @param delivery what became of the request whose answer it is
 * @throws `OUTPUT_FAILED`
 */
export async function fillNewFile(path: string, content: string | Uint8Array, delivery?: Delivery): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (cause) {
    throw cliError('OUTPUT_FAILED', { cause, ...(delivery === undefined ? {} : { delivery }) })
  }
}
