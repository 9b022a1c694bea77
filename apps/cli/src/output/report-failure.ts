import { isNationEcError } from '@nationec/errors'
import { withoutConcealed } from './concealed.ts'
import { failureDocument } from './failure.ts'
import { sayJsonLine, tell } from './say.ts'

/** Prints a failure: for people on stderr, with `--json` as a line of JSON on stdout, also behind other lines. */
export function reportFailure(error: unknown, json: boolean): void {
  const document = failureDocument(error)
  const shown = { ...document, error: withoutConcealed(document.error) }
  if (json) sayJsonLine(shown)
  else {
    tell(messageOf(shown.error))
    for (const [name, value] of Object.entries(document.references ?? {})) tell(`${name}: ${value}`)
  }
  if (!isNationEcError(error)) for (const line of placesOf(error)) tell(line)
}

interface Text {
  readonly en: string
  readonly zh: string
}

/** The message of our errors, from parts that were looked through: code, both languages, the page, the delivery. */
function messageOf({ code, summary, details, advice, docsUrl, delivery }: Readonly<Record<string, unknown>>): string {
  const texts = [summary, ...(details as Text[]), advice] as Text[]
  const en = texts.map((text) => text.en).filter((text) => text !== '')
  return `[${code}] ${en.join(' ')}\n${texts.map((text) => text.zh).join('')}\n${docsUrl}\ndelivery: ${delivery}`
}

/** Where in the program it happened. The message stays out: it may quote what was being read. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*\.[cm]?[jt]s:\d+/.test(line))
    .map((line) => `  ${line.trim().replace(/\(?(?:file:\/\/)?\S*[/\\]([^/\\]+\.[cm]?[jt]s:\d+:\d+)\)?$/, '$1')}`)
}
