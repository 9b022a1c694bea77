import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { replaceFile } from '../files/replace-file.ts'

const position = z.strictObject({ after: z.string().optional(), done: z.array(z.string()) })

/** How far a server was told: a place in the ledger's events, and what was told from there on. */
export type Position = z.infer<typeof position>

/** Where a position is kept. */
export interface PositionFile {
  /** `undefined` where nothing was told yet. */
  read(): Promise<Position | undefined>
  write(position: Position): Promise<void>
}

/** @param path without one it ends with the process */
export function positionFile(path: string | undefined): PositionFile {
  let memory: Position | undefined
  if (path === undefined) {
    return {
      read: async () => memory,
      async write(given) {
        memory = given
      },
    }
  }
  return {
    async read() {
      try {
        return position.parse(JSON.parse(await readFile(path, 'utf8')))
      } catch {
        // Missing or damaged: it begins with what happens next; a list of the agent tells what was before.
        return undefined
      }
    },
    write: (given) => replaceFile(path, JSON.stringify(given)),
  }
}
