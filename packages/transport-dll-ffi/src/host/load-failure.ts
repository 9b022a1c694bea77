import type { TransportError } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import type { DllErrorCode } from '../catalogue/dll-errors.ts'
import type { LoadError } from './hello.ts'

/** From the kinds of PROTOCOL.md, and one of our own script, to our codes. */
const CODES: Readonly<Record<string, DllErrorCode>> = {
  'file-missing': 'LIBRARY_NOT_FOUND',
  'not-readable': 'LIBRARY_NOT_READABLE',
  'not-a-library': 'LIBRARY_NOT_A_LIBRARY',
  'wrong-platform': 'LIBRARY_WRONG_PLATFORM',
  'wrong-bitness': 'LIBRARY_WRONG_BITNESS',
  'wrong-machine': 'LIBRARY_WRONG_BITNESS',
  'dependency-missing': 'LIBRARY_DEPENDENCY_MISSING',
  'dependency-mismatch': 'LIBRARY_DEPENDENCY_MISSING',
  'export-missing': 'LIBRARY_EXPORT_MISSING',
  'koffi-missing': 'KOFFI_MISSING',
}

/** What is thrown when a host could not load the library. The system's own words are kept in `cause`. */
export function loadFailure(error: LoadError | undefined): TransportError<string> {
  const { kind = '', code = 0, text = '' } = error ?? {}
  const ours = (Object.hasOwn(CODES, kind) ? CODES[kind] : undefined) ?? 'LIBRARY_LOAD_FAILED'
  const cause = Object.assign(new Error(text === '' ? kind : text), { kind, systemCode: code })
  const details = code === 0 ? [] : [{ en: `System error ${code}.`, zh: `系统错误码 ${code}。` }]
  return dllError(ours, { cause, details })
}
