import type { FileBytes } from './file-bytes.ts'

/** The parts of a PE file that the tables are found by. */
export interface PeFile {
  readonly file: FileBytes
  /** Where a data directory points, by its index; `undefined` if it is empty. */
  directory(index: number): { address: number; size: number } | undefined
  /** From an address in memory to an offset in the file. Throws a RangeError if no section holds it. */
  offset(address: number): number
}

const [EXPORTS, IMPORTS, DELAYED_IMPORTS] = [0, 1, 13]
/** Far more than any library has; a broken file must not keep the reader busy. */
const IMPORTS_MOST = 1_024
const EXPORTS_MOST = 65_536

/** The libraries in the import table; those that are loaded late stand behind the others. */
export function readPeImports(pe: PeFile): string[] {
  return [...namesIn(pe, IMPORTS, 20, 12), ...namesIn(pe, DELAYED_IMPORTS, 32, 4)]
}

/** Each entry of such a table holds the address of a name; an entry without one ends it. */
function namesIn(pe: PeFile, index: number, entryBytes: number, nameAt: number): string[] {
  const table = pe.directory(index)
  if (table === undefined) return []
  const names: string[] = []
  for (let entry = pe.offset(table.address); names.length < IMPORTS_MOST; entry += entryBytes) {
    const address = pe.file.u32(entry + nameAt)
    if (address === 0) break
    names.push(pe.file.name(pe.offset(address)))
  }
  return names
}

export function readPeExports(pe: PeFile): string[] {
  const table = pe.directory(EXPORTS)
  if (table === undefined) return []
  const at = pe.offset(table.address)
  const count = Math.min(pe.file.u32(at + 24), EXPORTS_MOST)
  if (count === 0) return []
  const names = pe.offset(pe.file.u32(at + 32))
  return Array.from({ length: count }, (_, index) => pe.file.name(pe.offset(pe.file.u32(names + index * 4))))
}
