import { isNationEcError } from '@nationec/errors'
import { withoutConcealed } from './concealed.ts'
import { type FailureDocument, failureDocument } from './failure.ts'
import { writeLine } from './say.ts'
import { whenWritten } from './streams.ts'

/**
 * Prints a failure: for people on stderr, with `--json` as a line of JSON on stdout, also behind other lines. An output that
 * cannot be written is left alone and the other one taken: the numbers of an order must not be lost.
 */
export async function reportFailure(error: unknown, json: boolean): Promise<void> {
  const document = failureDocument(error)
  const shown = { ...document, error: withoutConcealed(document.error) }
  const lines = json ? [JSON.stringify(shown)] : linesOf(shown)
  const places = isNationEcError(error) ? [] : placesOf(error)
  const outputs = json ? (['stdout', 'stderr'] as const) : (['stderr', 'stdout'] as const)
  for (const output of outputs) {
    if ((await whenWritten(output)) !== undefined) continue
    for (const line of lines) writeLine(output, line)
    if ((await whenWritten(output)) === undefined) break
  }
  for (const line of places) writeLine('stderr', line)
}

function linesOf({ error, references = {}, operation }: FailureDocument): string[] {
  const { id, key, state } = operation ?? {}
  const facts = { ...references, ...(operation === undefined ? {} : { operation: id, key, state }) }
  return [messageOf(error), ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`)]
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
