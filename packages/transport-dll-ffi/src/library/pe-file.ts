import type { FileBytes } from './file-bytes.ts'

/** The parts of a PE file that the tables are found by. */
export interface PeFile {
  readonly file: FileBytes
  /** Where a data directory points, by its index; `undefined` if it is empty. */
  directory(index: number): { address: number; size: number } | undefined
  /** From an address in memory to an offset in the file. Throws a RangeError if no section holds it. */
  offset(address: number): number
}
