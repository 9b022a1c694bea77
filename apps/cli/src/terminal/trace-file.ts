import { writeFile } from 'node:fs/promises'
import type { Transport } from '@nationec/transport'
import { record } from '@nationec/transport-mock'
import { cliError } from '../cli-error.ts'
import { showKnown } from '../mask/show-known.ts'

/** A recording that ends in a file. */
export interface TraceFile {
  readonly transport: Transport
  save(): Promise<void>
}

/**
 * Records what goes through a transport into a file that holds no person: only codes, amounts, times and order numbers
 * that are what they should be. The file is made first, so that a wrong path is found before anything is sent.
 *
 * @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE`
 */
export async function openTrace(path: string, transport: Transport): Promise<TraceFile> {
  await makeNewFile(path)
  const recording = record(transport, { mask: showKnown })
  return { transport: recording.transport, save: () => writeFile(path, recording.tape()) }
}

/** @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE` */
export async function makeNewFile(path: string, content: string = '', mode = 0o600): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx', mode })
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw cliError(exists ? 'FILE_EXISTS' : 'FOLDER_NOT_WRITABLE', { cause })
  }
}
