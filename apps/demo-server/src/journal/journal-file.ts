import type { FileHandle } from 'node:fs/promises'
import type { FileSystem } from './file-system.ts'

/** The open file of a journal. */
export interface JournalFile {
  readonly path: string
  readonly files: FileSystem
  /** Another one after the journal was shortened. */
  file: FileHandle
  /** Where each line begins, by its place; -1 for what was forgotten. Places stay what they are, lines move. */
  starts: number[]
  end: number
}

/** Name of the copy that takes the place of a journal. */
export function nextTo(path: string): string {
  return `${path}.next`
}
