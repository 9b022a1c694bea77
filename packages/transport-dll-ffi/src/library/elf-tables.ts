import type { FileBytes } from './file-bytes.ts'

/** The parts of an ELF file that the tables are found by. */
export interface ElfDynamic {
  readonly file: FileBytes
  readonly wide: boolean
  readonly dynamic: { readonly offset: number; readonly bytes: number } | undefined
  /** From an address in memory to an offset in the file. Throws a RangeError if no segment holds it. */
  offset(address: number): number
}

const TAG = { end: 0, needed: 1, strings: 5, symbols: 6 } as const
/** Far more than any library has; a broken file must not keep the reader busy. */
const ENTRIES_MOST = 65_536

function entriesOf({ file, wide, dynamic }: ElfDynamic): { tag: number; value: number }[] {
  const entries: { tag: number; value: number }[] = []
  if (dynamic === undefined) return entries
  const bytes = wide ? 16 : 8
  const most = Math.min(dynamic.bytes / bytes, ENTRIES_MOST)
  for (let index = 0; index < most; index += 1) {
    const at = dynamic.offset + index * bytes
    // The upper half of a tag is only used for tags that are of no interest here.
    const tag = file.u32(at)
    if (tag === TAG.end) break
    // Flags and the like may be larger than any offset.
    entries.push({ tag, value: wide ? file.u32(at + 8) : file.u32(at + 4) })
  }
  return entries
}

/** The names behind DT_NEEDED. */
export function readElfImports(elf: ElfDynamic): string[] {
  const entries = entriesOf(elf)
  const strings = entries.find(({ tag }) => tag === TAG.strings)
  if (strings === undefined) return []
  const start = elf.offset(strings.value)
  return entries.filter(({ tag }) => tag === TAG.needed).map(({ value }) => elf.file.name(start + value))
}

/** The names of the defined symbols. The linkers put the names right behind the symbols, which tells how many there are. */
export function readElfExports(elf: ElfDynamic): string[] {
  const { file, wide } = elf
  const entries = entriesOf(elf)
  const symbols = entries.find(({ tag }) => tag === TAG.symbols)
  const strings = entries.find(({ tag }) => tag === TAG.strings)
  if (symbols === undefined || strings === undefined || strings.value <= symbols.value) return []
  const [start, names] = [elf.offset(symbols.value), elf.offset(strings.value)]
  const bytes = wide ? 24 : 16
  const count = Math.min(Math.floor((names - start) / bytes), ENTRIES_MOST)
  const found: string[] = []
  for (let index = 1; index < count; index += 1) {
    const at = start + index * bytes
    const section = file.u16(at + (wide ? 6 : 14))
    if (section !== 0) found.push(file.name(names + file.u32(at)))
  }
  return found.filter((name) => name !== '')
}
