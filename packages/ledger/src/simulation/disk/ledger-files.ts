import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Chance } from '../chance.ts'
import { torn } from './torn.ts'

const [DATABASE, LOG, MARK] = ['ledger.db', 'ledger.db-wal', 'ledger.mark'] as const
const FILES = [DATABASE, LOG, MARK] as const

/** What stands in the files of a ledger. */
export type Contents = Readonly<Record<(typeof FILES)[number], Uint8Array>>

/** The files of a simulated ledger: each life of its process has a folder of its own. */
export interface LedgerFiles {
  readonly database: string
  readonly mark: string
  read(): Contents
  /** Goes on in a new folder with what is left, or with everything that was written. */
  follow(left: Contents | undefined): void
  remove(): void
}

export function ledgerFiles(): LedgerFiles {
  // A simulated disk needs no real one.
  const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'nationec-simulation-'))
  let life = 0
  const path = (name: string): string => join(top, String(life), name)
  const read = (name: string): Uint8Array => (existsSync(path(name)) ? readFileSync(path(name)) : new Uint8Array())
  mkdirSync(path(''))
  return {
    get database() {
      return path(DATABASE)
    },
    get mark() {
      return path(MARK)
    },
    read: () => ({ [DATABASE]: read(DATABASE), [LOG]: read(LOG), [MARK]: read(MARK) }),
    follow(left) {
      const old = FILES.map(path)
      life += 1
      mkdirSync(path(''))
      for (const [index, name] of FILES.entries()) {
        const from = old[index] ?? ''
        if (left !== undefined) writeFileSync(path(name), left[name])
        else if (existsSync(from)) copyFileSync(from, path(name))
      }
      rmSync(join(top, String(life - 2)), { recursive: true, force: true })
    },
    remove: () => rmSync(top, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** What a lost power leaves. @param opened as the files were when the ledger was opened: its mark is never synced later */
export function cut(synced: Contents, written: Contents, opened: Contents, chance: Chance): Contents {
  return {
    [DATABASE]: torn(synced[DATABASE], written[DATABASE], chance),
    [LOG]: torn(synced[LOG], written[LOG], chance),
    [MARK]: torn(opened[MARK], written[MARK], chance),
  }
}
