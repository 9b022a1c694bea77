import { escapeNonAscii } from '@nationec/errors'
import type { BilingualText } from '../errors/error-texts.ts'

// Works on JSON without blanks: what is escaped here stands in texts and names only, never between them.

/** Which characters a writer of JSON escapes besides those that it must. */
export type JsonEscapes =
  | 'none'
  | 'beyond ASCII'
  | 'beyond ASCII, upper case'
  | 'slashes'
  | 'slashes and beyond ASCII'
  | 'HTML, as Gson'
  | 'HTML, as Go'

/** Which blanks stand between. */
export type JsonSpacing = 'none' | 'spaces' | 'two a level' | 'four a level' | 'tab a level' | 'as Jackson'

/** What writers escape so that JSON may stand in HTML and in a script. */
const HTML: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '=': '\\u003d',
  "'": '\\u0027',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
const forHtml = (character: string): string => HTML[character] ?? character

export const escapes: Readonly<Record<JsonEscapes, (json: string) => string>> = {
  none: (json) => json,
  'beyond ASCII': escapeNonAscii,
  'beyond ASCII, upper case': (json) =>
    escapeNonAscii(json).replace(/(?<=\\u)[0-9a-f]{4}/g, (digits) => digits.toUpperCase()),
  slashes: (json) => json.replaceAll('/', '\\/'),
  'slashes and beyond ASCII': (json) => escapeNonAscii(json.replaceAll('/', '\\/')),
  'HTML, as Gson': (json) => json.replace(/[<>&='\u2028\u2029]/g, forHtml),
  'HTML, as Go': (json) => json.replace(/[<>&\u2028\u2029]/g, forHtml),
}

export const escapesTexts: Readonly<Record<Exclude<JsonEscapes, 'none'>, BilingualText>> = {
  'beyond ASCII': { en: 'Chinese written as \\uXXXX', zh: '中文写作 \\uXXXX' },
  'beyond ASCII, upper case': {
    en: 'Chinese written as \\uXXXX with upper-case digits',
    zh: '中文写作 \\uXXXX（大写十六进制）',
  },
  slashes: { en: 'slashes written as \\/, as PHP does', zh: '斜杠写作 \\/（PHP 的写法）' },
  'slashes and beyond ASCII': {
    en: 'slashes written as \\/ and Chinese as \\uXXXX, as PHP does',
    zh: '斜杠写作 \\/，中文写作 \\uXXXX（PHP 默认写法）',
  },
  'HTML, as Gson': {
    en: "< > & = ' written as \\u00XX, as Gson does",
    zh: "< > & = ' 写作 \\u00XX（Gson 默认写法）",
  },
  'HTML, as Go': { en: '< > & written as \\u00XX, as Go does', zh: '< > & 写作 \\u00XX（Go 默认写法）' },
}

/** How each kind of blanks is put in; the one between a name and its value, and the one that makes a level. */
const SPACING: Readonly<Record<Exclude<JsonSpacing, 'none'>, Blanks>> = {
  spaces: { comma: ', ', colon: ': ', indent: undefined, listsInline: false },
  'two a level': { comma: ',', colon: ': ', indent: '  ', listsInline: false },
  'four a level': { comma: ',', colon: ': ', indent: '    ', listsInline: false },
  'tab a level': { comma: ',', colon: ': ', indent: '\t', listsInline: false },
  'as Jackson': { comma: ',', colon: ' : ', indent: '  ', listsInline: true },
}

interface Blanks {
  readonly comma: string
  readonly colon: string
  readonly indent: string | undefined
  /** Whether the items of a list stand on one line, with a blank inside each bracket. */
  readonly listsInline: boolean
}

export const spacingTexts: Readonly<Record<Exclude<JsonSpacing, 'none'>, BilingualText>> = {
  spaces: { en: 'spaces after colons and commas', zh: '冒号与逗号后有空格' },
  'two a level': { en: 'indented by two spaces', zh: '缩进两个空格' },
  'four a level': { en: 'indented by four spaces', zh: '缩进四个空格' },
  'tab a level': { en: 'indented by tabs', zh: '以制表符缩进' },
  'as Jackson': { en: 'indented as Jackson does', zh: '按 Jackson 默认格式缩进' },
}

/** A token: a text with its quotes, a bracket, a comma, a colon, or anything else up to the next of them. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g

/** Puts blanks into a JSON text that has none. */
export function respace(json: string, spacing: JsonSpacing): string {
  if (spacing === 'none') return json
  const { comma, colon, indent, listsInline } = SPACING[spacing]
  const open: string[] = []
  const broken = (bracket: string | undefined): boolean => indent !== undefined && !(listsInline && bracket === '[')
  const line = (): string => `\n${indent?.repeat(open.filter(broken).length)}`
  const edge = (bracket: string | undefined): string => (broken(bracket) ? line() : listsInline ? ' ' : '')
  const tokens = json.match(TOKENS) ?? []
  const parts = tokens.map((token, index): string => {
    if (token === '{' || token === '[') {
      const empty = /[}\]]/.test(tokens[index + 1] ?? '')
      open.push(token)
      return empty ? token : token + edge(token)
    }
    if (token === '}' || token === ']') {
      const bracket = open.pop()
      const empty = /[{[]/.test(tokens[index - 1] ?? '') && (tokens[index - 1] ?? '').length === 1
      return empty ? (listsInline ? ` ${token}` : token) : edge(bracket) + token
    }
    if (token === ',') return comma + (broken(open.at(-1)) ? line() : listsInline ? ' ' : '')
    return token === ':' ? colon : token
  })
  return parts.join('')
}
