import type { Delivery } from '@nationec/errors'
import { rewriteJson } from '@nationec/protocol/privacy'
import { tapeError } from './errors.ts'

/** What came of a recorded request. */
export type TapeOutcome = { readonly answer: string } | { readonly code: string; readonly delivery: Delivery }

/** One recorded exchange. */
export interface TapeEntry {
  readonly request: string
  readonly outcome: TapeOutcome
}

/** An entry with the line of its request, counted from 1. */
export interface TapeLine extends TapeEntry {
  readonly line: number
}

const HEADER = '# nationec tape 1'
const FAILURE = /^! ([A-Z][A-Z0-9_]*) (not-sent|unknown|answered)$/

/**
 * Writes a tape: a line `>` for each request, followed by `<` with its answer or `!` with the code of its failure.
 *
 * JSON stands there as it is, on one line; any other text as a JSON string behind `>~` or `<~`.
 */
export function formatTape(entries: readonly TapeEntry[]): string {
  const lines = entries.flatMap(({ request, outcome }) => [
    formatText('>', request),
    'answer' in outcome ? formatText('<', outcome.answer) : `! ${outcome.code} ${outcome.delivery}`,
  ])
  return `${[HEADER, ...lines].join('\n')}\n`
}

/**
 * Reads a tape. Lines that begin with `#` and empty lines are ignored.
 *
 * @throws `TransportError` `TAPE_INVALID`, naming the line
 */
export function parseTape(tape: string): TapeLine[] {
  const entries: TapeLine[] = []
  let open: { readonly request: string; readonly line: number } | undefined
  for (const [index, raw] of tape
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = index + 1
    const content = raw.trim()
    if (content === '' || content.startsWith('#')) continue
    if (open === undefined) {
      if (!content.startsWith('>')) throw invalid(line, 'an outcome without a request', '结果没有对应的请求')
      open = { request: parseText(content.slice(1), line), line }
    } else {
      if (content.startsWith('>')) throw withoutOutcome(open.line)
      entries.push({ ...open, outcome: parseOutcome(content, line) })
      open = undefined
    }
  }
  if (open !== undefined) throw withoutOutcome(open.line)
  return entries
}

function parseOutcome(content: string, line: number): TapeOutcome {
  if (content.startsWith('<')) return { answer: parseText(content.slice(1), line) }
  const [, code, delivery] = FAILURE.exec(content) ?? []
  if (code === undefined) throw invalid(line, 'neither `>`, `<`, `!` nor `#`', '不是 `>`、`<`、`!` 或 `#` 行')
  return { code, delivery: delivery as Delivery }
}

function formatText(mark: string, text: string): string {
  const compact = rewriteJson(text, (value) => value)
  return compact === undefined ? `${mark}~ ${JSON.stringify(text)}` : `${mark} ${compact}`
}

function parseText(content: string, line: number): string {
  const isVerbatim = content.startsWith('~')
  const text = content.slice(isVerbatim ? 1 : 0).trim()
  const value = parseJson(text, line)
  if (!isVerbatim) return text
  if (typeof value !== 'string') throw invalid(line, 'no JSON string after `~`', '`~` 后不是 JSON 字符串')
  return value
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(line, 'no JSON', '不是 JSON')
  }
}

function withoutOutcome(line: number) {
  return invalid(line, 'a request without an outcome', '请求没有结果')
}

function invalid(line: number, en: string, zh: string) {
  return tapeError('replay', 'TAPE_INVALID', { en: `Line ${line}: ${en}.`, zh: `第 ${line} 行：${zh}。` })
}
