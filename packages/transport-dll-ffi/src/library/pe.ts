import { type FileBytes, fileBytes } from './file-bytes.ts'
import { type LibraryImage, type Machine, orElse } from './library-image.ts'
import { type PeFile, readPeExports, readPeImports } from './pe-tables.ts'
import { readPeVersion } from './pe-version.ts'

const MACHINES: Readonly<Record<number, Machine>> = { 332: 'x86', 34404: 'x64', 452: 'arm', 43620: 'arm64' }
const PE32 = 0x10b
const PE32_PLUS = 0x20b
const IS_DLL = 0x2000

/** Reads a Windows library. `undefined` if it is none, or is cut short before its headers end. */
export function readPe(bytes: Uint8Array): LibraryImage | undefined {
  return orElse(undefined, () => {
    const file = fileBytes(bytes)
    if (file.u16(0) !== 0x5a4d) return undefined
    const start = file.u32(0x3c)
    if (file.u32(start) !== 0x4550) return undefined
    const magic = file.u16(start + 24)
    if (magic !== PE32 && magic !== PE32_PLUS) return undefined
    if ((file.u16(start + 22) & IS_DLL) === 0) return undefined
    const machine = MACHINES[file.u16(start + 4)] ?? 'other'
    const pe = openPe(file, start, magic === PE32_PLUS)
    return {
      format: 'pe',
      bits: magic === PE32_PLUS ? 64 : 32,
      machine,
      machines: [machine],
      imports: orElse([], () => readPeImports(pe)),
      exports: orElse([], () => readPeExports(pe)),
      fileVersion: orElse(undefined, () => readPeVersion(pe)),
    }
  })
}

function openPe(file: FileBytes, start: number, plus: boolean): PeFile {
  const directories = start + (plus ? 136 : 120)
  const count = file.u32(directories - 4)
  const sections = start + 24 + file.u16(start + 20)
  const sectionCount = file.u16(start + 6)
  // The header of the last section must be there: what is cut short before it cannot be loaded.
  if (sectionCount > 0) file.u32(sections + sectionCount * 40 - 4)
  return {
    file,
    directory(index) {
      if (index >= count) return undefined
      const [address, size] = [file.u32(directories + index * 8), file.u32(directories + index * 8 + 4)]
      return address === 0 ? undefined : { address, size }
    },
    offset(address) {
      for (let index = 0; index < sectionCount; index += 1) {
        const section = sections + index * 40
        const [virtual, size] = [file.u32(section + 12), file.u32(section + 16)]
        if (address >= virtual && address < virtual + size) return file.u32(section + 20) + address - virtual
      }
      throw new RangeError('no section holds the address')
    },
  }
}
