import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
