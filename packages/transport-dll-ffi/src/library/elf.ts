import { type ElfDynamic, readElfExports, readElfImports } from './elf-tables.ts'
import { type FileBytes, fileBytes } from './file-bytes.ts'
import { type LibraryImage, type Machine, orElse } from './library-image.ts'

const MACHINES: Readonly<Record<number, Machine>> = { 3: 'x86', 62: 'x64', 40: 'arm', 183: 'arm64' }
const SHARED_OBJECT = 3
const [LOAD, DYNAMIC] = [1, 2]

/** Reads a Linux library. `undefined` if it is none, or is cut short before its headers end. */
export function readElf(bytes: Uint8Array): LibraryImage | undefined {
  return orElse(undefined, () => {
    if (fileBytes(bytes, false).u32(0) !== 0x7f454c46) return undefined
    const [width, order] = [bytes[4], bytes[5]]
    if ((width !== 1 && width !== 2) || (order !== 1 && order !== 2)) return undefined
    const file = fileBytes(bytes, order === 1)
    if (file.u16(16) !== SHARED_OBJECT) return undefined
    const machine = MACHINES[file.u16(18)] ?? 'other'
    const dynamic = openElf(file, width === 2)
    return {
      format: 'elf',
      bits: width === 2 ? 64 : 32,
      machine,
      machines: [machine],
      imports: orElse([], () => readElfImports(dynamic)),
      exports: orElse([], () => readElfExports(dynamic)),
      fileVersion: undefined,
    }
  })
}

interface Segment {
  readonly type: number
  readonly offset: number
  readonly address: number
  readonly bytes: number
}

function openElf(file: FileBytes, wide: boolean): ElfDynamic {
  const word = wide ? file.u64 : file.u32
  const [table, entryBytes, count] = wide
    ? [file.u64(32), file.u16(54), file.u16(56)]
    : [file.u32(28), file.u16(42), file.u16(44)]
  const segments: Segment[] = Array.from({ length: count }, (_, index) => {
    const at = table + index * entryBytes
    const [offset, address, bytes] = wide ? [at + 8, at + 16, at + 32] : [at + 4, at + 8, at + 16]
    return { type: file.u32(at), offset: word(offset), address: word(address), bytes: word(bytes) }
  })
  return {
    file,
    wide,
    dynamic: segments.find(({ type }) => type === DYNAMIC),
    offset(address) {
      const holder = segments.find(
        (segment) => segment.type === LOAD && address >= segment.address && address < segment.address + segment.bytes,
      )
      if (holder === undefined) throw new RangeError('no segment holds the address')
      return holder.offset + address - holder.address
    },
  }
}
