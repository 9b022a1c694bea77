import { isNationEcError } from '@nationec/errors'

/** What the end of an exchange tells of the terminal: whether it is there, or nothing. */
export function sightOfTerminal(error?: unknown): boolean | undefined {
  if (error === undefined) return true
  if (!isNationEcError(error)) return false
  if (error.delivery === 'answered') return true
  return OF_THE_CALLER.has(error.code) ? undefined : false
}

/** The caller's own doing: the terminal has no part in it. */
const OF_THE_CALLER: ReadonlySet<string> = new Set([
  'ABORTED',
  'CLOSED',
  'INTERCEPTOR_FAILED',
  'REQUEST_NOT_TEXT',
  'REQUEST_TOO_LARGE',
  'OPTION_INVALID',
  'URL_TOO_LONG',
])
