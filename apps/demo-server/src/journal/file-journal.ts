import { constants } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type FileSystem, realFiles } from './file-system.ts'
import type { Journal, OpenedJournal } from './journal.ts'
import { type JournalFile, nextTo } from './journal-file.ts'
import { readJournal, writeLine } from './journal-lines.ts'
import { createLineReader } from './line-reader.ts'
import { createLineWriter } from './line-writer.ts'
import type { Forgettable } from './retention.ts'
import { shorten } from './shorten.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Opens the journal of a file: lines are only ever added, and each `append` waits until the disk has them.
 *
 * A file and not SQLite, because `node:sqlite` is missing on Node 20 and a native module would have to be installed;
 * what is asked of the file is only to keep lines in order and to tell a torn end. What is forgotten is left out of a
 * copy that takes the file's name once it is whole on the disk: at every moment the name stands for a whole journal.
 *
 * @throws `JOURNAL_DAMAGED`
 */
export async function openFileJournal(path: string, files: FileSystem = realFiles): Promise<OpenedJournal> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Left by an agent that was killed while it copied.
  await files.remove(nextTo(path))
  const file = await files.open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    // A file that came from a backup may be open to others: it is about patients' payments.
    await files.chmod(path, 0o600)
    await syncFolder(files, dirname(path))
    const bytes = await files.readFile(path)
    const { records, length } = readJournal(bytes)
    if (length < bytes.length) await file.truncate(length)
    const starts = records.map(([, start]) => start)
    const found = records.map(([record], place) => [record, place] as const)
    return { found, journal: createFileJournal({ path, files, file, starts, end: length }) }
  } catch (error) {
    await file.close()
    throw error
  }
}

function createFileJournal(on: JournalFile): Journal {
  const writer = createLineWriter(on)
  const reader = createLineReader(on)
  let forgetting: Promise<Forgettable | undefined> | undefined
  let closing = false
  const goOn = (): boolean => !closing && writer.broken === undefined

  return {
    append: async (record) => writer.append(writeLine(record)),
    get writable() {
      return writer.broken === undefined
    },
    read: reader.read,
    async forget(bounds) {
      forgetting ??= shorten({ on, writer, reader, goOn }, bounds).finally(() => {
        forgetting = undefined
      })
      return forgetting
    },
    async close() {
      closing = true
      await forgetting?.catch(() => {})
      await writer.idle()
      writer.breakOff(new Error('the journal was closed'))
      await on.file.close()
    },
  }
}
