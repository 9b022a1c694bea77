import { readElf } from './elf.ts'
import type { LibraryImage } from './library-image.ts'
import { readMacho } from './macho.ts'
import { readPe } from './pe.ts'

/** Reads the header of a library of any system. `undefined` if the bytes are none. Never throws, whatever they are. */
export function readImage(bytes: Uint8Array): LibraryImage | undefined {
  return readPe(bytes) ?? readElf(bytes) ?? readMacho(bytes)
}
