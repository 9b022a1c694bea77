import { rm } from 'node:fs/promises'
import type { Transport } from '@nationec/transport'
import { record } from '@nationec/transport-mock'
import { fillNewFile, makeNewFiles } from './new-files.ts'

/** A recording that ends in a file. */
export interface TraceFile {
  readonly transport: Transport
  /** @throws `OUTPUT_FAILED` */
  save(): Promise<void>
  /** Saves it if anything was sent, else takes the file away. */
  saveOrRemove(): Promise<void>
}

/**
 * Records what goes through a transport into a file that holds no person: only codes, amounts, times and order numbers
 * that are what they should be. The file is made first, so that a wrong path is found before anything is sent.
 *
 * @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE`
 */
export async function openTrace(path: string, transport: Transport): Promise<TraceFile> {
  await makeNewFiles({ path })
  const recording = record(transport)
  const hasSent = (): boolean => /^>/m.test(recording.tape())
  const save = (): Promise<void> => fillNewFile(path, recording.tape(), hasSent() ? 'unknown' : 'not-sent')
  return {
    transport: recording.transport,
    save,
    saveOrRemove: () => (hasSent() ? save() : rm(path, { force: true })),
  }
}
