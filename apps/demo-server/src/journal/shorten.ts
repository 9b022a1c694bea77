import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type JournalFile, nextTo } from './journal-file.ts'
import type { LineReader } from './line-reader.ts'
import type { LineWriter } from './line-writer.ts'
import type { Forgettable, RetentionBounds } from './retention.ts'
import { copyShorter, forgettableOf, type ShorterCopy } from './shorter-copy.ts'
import { syncFolder } from './sync-folder.ts'
import { copyPart } from './whole-lines.ts'

export interface ShortenParts {
  readonly on: JournalFile
  readonly writer: Pick<LineWriter, 'inTurn' | 'breakOff'>
  readonly reader: Pick<LineReader, 'whileUnread'>
  /** Asked between lines; false gives the copy up. */
  readonly goOn: () => boolean
}

/**
 * Copies what a journal must keep and gives the copy its name; lines are added meanwhile. Gives what was forgotten, or
 * `undefined` where there was nothing or the copy was given up.
 */
export async function shorten(parts: ShortenParts, bounds: RetentionBounds): Promise<Forgettable | undefined> {
  const { on, writer, goOn } = parts
  if (!goOn()) return undefined
  const { file, end: length } = on
  const places = on.starts.length
  const found = await forgettableOf(file, length, bounds, goOn)
  if (found === undefined) return undefined
  const to = await on.files.open(nextTo(on.path), 'w', 0o600)
  try {
    const copy = await copyShorter({ from: file, length, to }, found, goOn)
    if (copy === undefined) return undefined
    await writer.inTurn(() => takeOver(parts, to, copy, { length, places }))
    return found
  } finally {
    await to.close().catch(() => {})
    await on.files.remove(nextTo(on.path)).catch(() => {})
  }
}

/** What the copy was made from. */
interface Seen {
  readonly length: number
  readonly places: number
}

/** The lines that came while the copy was made go behind it; then it takes the journal's name. */
async function takeOver(
  { on, writer, reader }: ShortenParts,
  to: FileHandle,
  { size, starts }: ShorterCopy,
  seen: Seen,
): Promise<void> {
  await copyPart(on.file, { start: seen.length, end: on.end }, to, size)
  await to.sync()
  await to.close()
  await reader.whileUnread(async () => {
    await giveName(on, writer)
    const lines = starts.values()
    const moved = (start: number, place: number): number =>
      start < 0 ? -1 : place < seen.places ? (lines.next().value ?? -1) : start - seen.length + size
    on.starts = on.starts.map(moved)
    on.end += size - seen.length
  })
}

/** Gives the copy the journal's name. When that fails the old one goes on, if it is certain that it still has it. */
async function giveName(on: JournalFile, writer: Pick<LineWriter, 'breakOff'>): Promise<void> {
  let failure: { readonly error: unknown } | undefined
  try {
    // Close first: Windows cannot rename over an open file.
    await on.file.close()
    failure = await on.files.rename(nextTo(on.path), on.path).then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    on.file = await on.files.open(on.path, constants.O_RDWR)
    if (failure === undefined) await syncFolder(on.files, dirname(on.path))
    else if ((await on.file.stat()).size !== on.end) throw failure.error
  } catch (error) {
    writer.breakOff(error)
    throw error
  }
  if (failure !== undefined) throw failure.error
}
