import { dllError } from '../catalogue/dll-error.ts'
import type { ReadOptions } from '../options/read-options.ts'
import { type InspectedLibrary, inspectLibrary } from './inspect-library.ts'

const FORMATS: Readonly<Record<string, InspectedLibrary['format']>> = { win32: 'pe', darwin: 'macho' }

/** Looks at the library before anything is started. Throws `LIBRARY_…`, `not-sent`. Absent where the host sees another path. */
export async function checkLibrary({ library, host }: ReadOptions): Promise<InspectedLibrary | undefined> {
  if (host.libraryAs !== undefined) return undefined
  const inspected = await inspectLibrary(library)
  const ours = FORMATS[process.platform] ?? 'elf'
  // A program that was named may run the libraries of another system, as wine does.
  if (inspected.format === ours || host.path !== undefined) return inspected
  const details = [
    {
      en: `It is ${inspected.format}, this system uses ${ours}.`,
      zh: `其格式为 ${inspected.format}，本系统使用 ${ours}。`,
    },
  ]
  throw dllError('LIBRARY_WRONG_PLATFORM', { details })
}
