import { isNationEcError } from '@nationec/errors'
import { cliError } from '../cli-error.ts'
import { failureDocument } from './failure.ts'
import { sayJson, tell } from './say.ts'

/** Prints a failure: for people on stderr, with `--json` as the one document on stdout. */
export function reportFailure(error: unknown, json: boolean): void {
  const document = failureDocument(error)
  if (json) sayJson(document)
  else if (isNationEcError(error)) {
    tell(error.message)
    tell(`delivery: ${error.delivery}`)
    for (const [name, value] of Object.entries(document.references ?? {})) tell(`${name}: ${value}`)
  } else tell(cliError('UNEXPECTED').message)
  if (!isNationEcError(error)) for (const line of placesOf(error)) tell(line)
}

/** Where in the program it happened. The message stays out: it may quote what was being read. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*\.[cm]?[jt]s:\d+/.test(line))
    .map((line) => `  ${line.trim().replace(/\(?(?:file:\/\/)?\S*[/\\]([^/\\]+\.[cm]?[jt]s:\d+:\d+)\)?$/, '$1')}`)
}
