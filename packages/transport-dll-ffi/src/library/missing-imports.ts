import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isTransportError, type TransportError } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import type { InspectedLibrary } from './inspect-library.ts'

/**
 * The imports of a library that lie neither beside it nor in the system's folder, where that can be looked at.
 *
 * Not all of them need be missing: Windows finds some under names that stand for others (`api-ms-win-…`), and Linux has
 * more places to look.
 */
export async function missingImports({ path, format, imports, bits }: InspectedLibrary): Promise<string[]> {
  const here = await namesIn(dirname(path))
  const system = format === 'pe' ? await namesIn(windowsSystemFolder(bits)) : new Set<string>()
  return imports.filter((name) => {
    const key = name.toLowerCase()
    if (here.has(key) || system.has(key) || key.includes('/')) return false
    return !(format === 'pe' ? /^(api|ext)-ms-/ : /^(libc|libm|libdl|libpthread|librt|ld-linux.*|libgcc_s)\.so/).test(
      key,
    )
  })
}

/** Adds to a missing dependency which imports were not found, as the system's words often do not say. */
export async function nameMissing(error: unknown, library: InspectedLibrary | undefined): Promise<unknown> {
  if (library === undefined || !isTransportError(error, 'LIBRARY_DEPENDENCY_MISSING')) return error
  const names = (await missingImports(library)).join(', ')
  if (names === '') return error
  return dllError('LIBRARY_DEPENDENCY_MISSING', {
    cause: (error as TransportError<string>).cause,
    details: [...error.details, { en: `Not found beside it: ${names}.`, zh: `未在其所在文件夹找到：${names}。` }],
  })
}

function windowsSystemFolder(bits: number): string {
  const { env } = process
  return join(env['SystemRoot'] ?? 'C:\\Windows', bits === 32 && process.arch !== 'ia32' ? 'SysWOW64' : 'System32')
}

async function namesIn(folder: string): Promise<Set<string>> {
  try {
    return new Set((await readdir(folder)).map((name) => name.toLowerCase()))
  } catch {
    return new Set()
  }
}
