import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { dllError } from '../catalogue/dll-error.ts'
import { readElf } from './elf.ts'
import type { LibraryImage } from './library-image.ts'
import { readMacho } from './macho.ts'
import { readPe } from './pe.ts'

/** A library file and what its header says. */
export interface InspectedLibrary extends LibraryImage {
  /** Absolute. */
  readonly path: string
  /** The name under which it exports the function, the first of those that hosts look for; `undefined` if none is seen. */
  readonly exportFound: string | undefined
}

/** The undecorated name, and the two that compilers make of a stdcall function without a .def file. */
export const EXPORT_NAMES = ['NationEcTrans', '_NationEcTrans@12', 'NationEcTrans@12'] as const

/**
 * Reads what a library file says of itself, without loading it: bitness, processor, what it needs, what it exports.
 *
 * Works for Windows, Linux and macOS libraries on any system.
 *
 * @param path of the file; relative to the current folder
 * @returns the facts; lists are empty where a table cannot be read, as in packed files
 * @throws `TransportError` `LIBRARY_NOT_FOUND`, `LIBRARY_NOT_READABLE`, `LIBRARY_NOT_A_LIBRARY`
 * @example not run: needs the vendor's library
 * ```ts
 * import { inspectLibrary } from '@nationec/transport-dll-ffi'
 *
 * const { bits, machine, imports, fileVersion } = await inspectLibrary('C:/NationECCode/NationECCode.dll')
 * console.log(`${bits} bits, ${machine}, version ${fileVersion ?? 'unknown'}, needs ${imports.join(', ')}`)
 * ```
 */
export async function inspectLibrary(path: string): Promise<InspectedLibrary> {
  const absolute = resolve(path)
  const image = readImage(await read(absolute))
  if (image === undefined) throw dllError('LIBRARY_NOT_A_LIBRARY')
  return { path: absolute, ...image, exportFound: EXPORT_NAMES.find((name) => image.exports.includes(name)) }
}

/** Reads the header of a library of any system. `undefined` if the bytes are none. Never throws for any bytes. */
export function readImage(bytes: Uint8Array): LibraryImage | undefined {
  return readPe(bytes) ?? readElf(bytes) ?? readMacho(bytes)
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
    throw dllError(missing ? 'LIBRARY_NOT_FOUND' : 'LIBRARY_NOT_READABLE', { cause })
  }
}
