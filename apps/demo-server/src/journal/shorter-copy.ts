import type { FileHandle } from 'node:fs/promises'
import { agentError } from '../errors/agent-error.ts'
import { readLine } from './journal-lines.ts'
import type { JournalRecord } from './journal-record.ts'
import { createRetention, type Forgettable, type RetentionBounds } from './retention.ts'
import { wholeLines, writeWhole } from './whole-lines.ts'

const PIECE = 1024 * 1024

/** A copy of a journal without what was forgotten. */
export interface ShorterCopy {
  readonly size: number
  /** Where each line of the original begins now, -1 for those that were left out; in the order of the original. */
  readonly starts: readonly number[]
}

/** What may be forgotten of the first so many bytes of a journal. `goOn` is asked between lines. */
export async function forgettableOf(
  file: FileHandle,
  length: number,
  bounds: RetentionBounds,
  goOn: () => boolean,
): Promise<Forgettable | undefined> {
  const retention = createRetention()
  for await (const line of wholeLines(file, length)) {
    if (!goOn()) return undefined
    retention.see(recordOf(line))
  }
  const found = retention.decide(bounds)
  return found.any ? found : undefined
}

/** Copies what must be kept of the first so many bytes, line by line as it stands. */
export async function copyShorter(
  { from, length, to }: { readonly from: FileHandle; readonly length: number; readonly to: FileHandle },
  { mayForget }: Forgettable,
  goOn: () => boolean,
): Promise<ShorterCopy | undefined> {
  const starts: number[] = []
  let [size, written] = [0, 0]
  let waiting: Buffer[] = []
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    await writeWhole(to, bytes, written)
    written += bytes.length
  }
  for await (const line of wholeLines(from, length)) {
    if (!goOn()) return undefined
    const goes = mayForget(recordOf(line))
    starts.push(goes ? -1 : size)
    if (goes) continue
    waiting.push(line)
    size += line.length
    if (size - written >= PIECE) await flush()
  }
  await flush()
  return { size, starts }
}

function recordOf(line: Buffer): JournalRecord {
  const record = readLine(line.toString('utf8', 0, line.length - 1))
  if (record === undefined) throw agentError('JOURNAL_DAMAGED')
  return record
}
