import { isTransportError, type TransportError } from '@nationec/transport'
import { dllError } from '../dll-error.ts'
import type { InspectedLibrary } from './inspect-library.ts'
import { missingImports } from './missing-imports.ts'

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
