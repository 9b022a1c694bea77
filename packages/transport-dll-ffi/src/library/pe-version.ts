import type { PeFile } from './pe-tables.ts'

const RESOURCES = 2
const VERSION_TYPE = 16
/** The mark of VS_FIXEDFILEINFO. */
const FIXED_INFO = 0xfeef04bd

/** The file version in the version resource, as `1.0.0.1`. */
export function readPeVersion(pe: PeFile): string | undefined {
  const table = pe.directory(RESOURCES)
  if (table === undefined) return undefined
  const root = pe.offset(table.address)
  // Type, then name, then language: the first of each below the type that is wanted.
  const type = subfolder(pe, root, root, VERSION_TYPE)
  const name = type === undefined ? undefined : subfolder(pe, root, type)
  if (name === undefined) return undefined
  const data = root + pe.file.u32(name + 16 + 4)
  return versionIn(pe, pe.offset(pe.file.u32(data)), pe.file.u32(data + 4))
}

function subfolder({ file }: PeFile, root: number, folder: number, wanted?: number): number | undefined {
  const entries = file.u16(folder + 12) + file.u16(folder + 14)
  for (let index = 0; index < entries; index += 1) {
    const entry = folder + 16 + index * 8
    const [id, target] = [file.u32(entry), file.u32(entry + 4)]
    if ((wanted === undefined || id === wanted) && target >= 0x8000_0000) return root + target - 0x8000_0000
  }
  return undefined
}

function versionIn({ file }: PeFile, start: number, length: number): string | undefined {
  // The fixed part follows a heading of varying padding, on a multiple of four.
  for (let at = start; at < start + Math.min(length, 128); at += 4) {
    if (file.u32(at) !== FIXED_INFO) continue
    return [at + 10, at + 8, at + 14, at + 12].map((part) => file.u16(part)).join('.')
  }
  return undefined
}
