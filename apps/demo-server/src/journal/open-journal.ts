import { join } from 'node:path'
import { openFileJournal } from './file-journal.ts'
import { lockFolder } from './folder-lock.ts'
import type { OpenedJournal } from './journal.ts'
import { openMemoryJournal } from './memory-journal.ts'
import { createSeal, freshKey, type Seal } from './seal.ts'
import { keyOfFolder } from './seal-key.ts'

/** Everything that outlives the process, or nothing of it without a folder. */
export interface Storage extends OpenedJournal {
  readonly seal: Seal
  readonly folder: string | undefined
  close(): Promise<void>
}

/** Opens the data folder: lock, key and journal. Without one everything is kept in memory. */
export async function openStorage(folder: string | undefined): Promise<Storage> {
  if (folder === undefined) {
    const opened = openMemoryJournal()
    return { ...opened, seal: createSeal(freshKey()), folder, close: () => opened.journal.close() }
  }
  const lock = await lockFolder(folder)
  try {
    const seal = createSeal(await keyOfFolder(join(folder, 'agent.key')))
    const opened = await openFileJournal(join(folder, 'operations.journal'))
    return {
      ...opened,
      seal,
      folder,
      async close() {
        await opened.journal.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
