import { type FileBytes, fileBytes } from './file-bytes.ts'
import { type LibraryImage, type Machine, orElse } from './library-image.ts'

const MACHINES: Readonly<Record<number, Machine>> = { 7: 'x86', 16777223: 'x64', 12: 'arm', 16777228: 'arm64' }
const WIDE = 0xfeedfacf
const NARROW = 0xfeedface
const UNIVERSAL = 0xcafebabe
const LIBRARY_TYPES = new Set([6, 8])
/** LC_LOAD_DYLIB, its weak form and its re-exporting form. */
const LOADS_LIBRARY = new Set([0xc, 0x8000_0018, 0x8000_001f])
const SYMBOLS = 2
const MOST = 65_536

/** Reads a macOS library. `undefined` if it is none, or is cut short before its headers end. */
export function readMacho(bytes: Uint8Array): LibraryImage | undefined {
  return orElse(undefined, () => (fileBytes(bytes, false).u32(0) === UNIVERSAL ? readUniversal(bytes) : readOne(bytes)))
}

function readUniversal(bytes: Uint8Array): LibraryImage | undefined {
  const file = fileBytes(bytes, false)
  const count = file.u32(4)
  // Class files of Java begin with the same mark, and with a much larger number behind it.
  if (count === 0 || count > 16) return undefined
  const parts: LibraryImage[] = []
  for (let index = 0; index < count; index += 1) {
    const at = 8 + index * 20
    const start = file.u32(at + 8)
    const part = readOne(bytes.subarray(start, start + file.u32(at + 12)))
    if (part !== undefined) parts.push(part)
  }
  const [first] = parts
  if (first === undefined) return undefined
  return { ...first, bits: 0, machine: 'universal', machines: parts.map(({ machine }) => machine) }
}

function readOne(bytes: Uint8Array): LibraryImage | undefined {
  const little = fileBytes(bytes).u32(0)
  const file = little === WIDE || little === NARROW ? fileBytes(bytes) : fileBytes(bytes, false)
  const magic = file.u32(0)
  if (magic !== WIDE && magic !== NARROW) return undefined
  if (!LIBRARY_TYPES.has(file.u32(12))) return undefined
  const machine = MACHINES[file.u32(4)] ?? 'other'
  return {
    format: 'macho',
    bits: magic === WIDE ? 64 : 32,
    machine,
    machines: [machine],
    imports: orElse([], () => [...commandsOf(file)].filter(({ type }) => LOADS_LIBRARY.has(type)).map(nameIn(file))),
    exports: orElse([], () => [...commandsOf(file)].filter(({ type }) => type === SYMBOLS).flatMap(namesOf(file))),
    fileVersion: undefined,
  }
}

interface Command {
  readonly type: number
  readonly at: number
}

function* commandsOf(file: FileBytes): Generator<Command> {
  let at = file.u32(0) === WIDE ? 32 : 28
  const count = Math.min(file.u32(16), MOST)
  for (let index = 0; index < count; index += 1) {
    yield { type: file.u32(at), at }
    at += Math.max(8, file.u32(at + 4))
  }
}

function nameIn(file: FileBytes): (command: Command) => string {
  return ({ at }) => file.name(at + file.u32(at + 8))
}

/** Defined external symbols; the linker's underscore in front is taken off. */
function namesOf(file: FileBytes): (command: Command) => string[] {
  const bytes = file.u32(0) === WIDE ? 16 : 12
  return ({ at }) => {
    const [symbols, strings] = [file.u32(at + 8), file.u32(at + 16)]
    const found: string[] = []
    const count = Math.min(file.u32(at + 12), MOST)
    for (let index = 0; index < count; index += 1) {
      const symbol = symbols + index * bytes
      const kind = file.u8(symbol + 4)
      const defined = (kind & 0x0e) !== 0 && (kind & 0x01) !== 0 && (kind & 0xe0) === 0
      if (defined) found.push(file.name(strings + file.u32(symbol)).replace(/^_/, ''))
    }
    return found
  }
}
