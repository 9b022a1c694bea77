import { dllError } from '../catalogue/dll-error.ts'
import type { DllHostOptions } from '../options/dll-options.ts'
import { type InspectedLibrary, inspectLibrary } from './inspect-library.ts'

const FORMATS: Readonly<Record<string, InspectedLibrary['format']>> = { win32: 'pe', darwin: 'macho' }

/** Which library, and how much of its host matters to whether it can be loaded. */
export interface LibraryToCheck {
  readonly library: string
  readonly host?: Pick<DllHostOptions, 'path' | 'libraryAs'> | undefined
}

/**
 * Looks at the file of the library without loading it, as the transport does before its first exchange.
 *
 * @returns what its header says; `undefined` where the host sees another path (`libraryAs`)
 * @throws `TransportError` `LIBRARY_NOT_FOUND`, `LIBRARY_NOT_READABLE`, `LIBRARY_NOT_A_LIBRARY`, `LIBRARY_WRONG_PLATFORM`
 * @example not run: needs the vendor's library
 * ```ts
 * import { checkLibrary } from '@nationec/transport-dll-ffi'
 *
 * await checkLibrary({ library: 'C:/NationECCode/NationECCode.dll' })
 * ```
 */
export async function checkLibrary({ library, host = {} }: LibraryToCheck): Promise<InspectedLibrary | undefined> {
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
