import type { BilingualText } from '../errors/error-texts.ts'
import { type EmptyRemoval, emptyRemovals, withoutEmpty } from '../json/empty-rules.ts'
import { isList, isObject, type JsonValue } from '../json/json-value.ts'
import { type JsonLayout, writeJson } from '../json/write-json.ts'
import { joinTexts } from './explanation.ts'
import { escapes, escapesTexts, type JsonEscapes, type JsonSpacing, respace, spacingTexts } from './json-writers.ts'

/** How a partner may have written the same data as JSON. */
export interface JsonStyle extends JsonLayout {
  /** By which rule empty members were left out, or that `null` was written as an empty text. */
  readonly dropped: 'nothing' | 'nothing, null as text' | EmptyRemoval
  readonly escapes: JsonEscapes
  readonly spacing: JsonSpacing
}

export interface JsonText {
  readonly style: JsonStyle
  readonly text: string
}

const ORDERS = ['sorted', 'given', 'sorted-top'] as const
const SCALARS = ['as written', 'as text', 'first level as text'] as const
const NUMBERS = ['as written', 'as binary'] as const
const [ORDINARY, ...OTHER_RULES] = emptyRemovals
const DROPPED = [
  ...(ORDINARY === undefined ? [] : [ORDINARY]),
  'nothing',
  ...OTHER_RULES,
  'nothing, null as text',
] as const

/** What writers of JSON do by default or with one switch, the most ordinary first. */
const WRITERS: readonly (readonly [JsonEscapes, JsonSpacing])[] = [
  ['none', 'none'],
  ['none', 'spaces'],
  ['beyond ASCII', 'none'],
  ['beyond ASCII', 'spaces'],
  ['beyond ASCII, upper case', 'none'],
  ['slashes', 'none'],
  ['slashes and beyond ASCII', 'none'],
  ['HTML, as Gson', 'none'],
  ['HTML, as Go', 'none'],
  ['none', 'two a level'],
  ['none', 'four a level'],
  ['none', 'tab a level'],
  ['none', 'as Jackson'],
  ['HTML, as Gson', 'two a level'],
  ['slashes and beyond ASCII', 'four a level'],
]

/** Above this many characters only the ordinary writers are tried: hundreds of copies of a long bill would fill the memory. */
const LONG = 65_536

/** Every different text that these styles give, each with the first style that gives it. */
export function* jsonTexts(value: JsonValue): Generator<JsonText> {
  const seen = new Set<string>()
  const compact = compactTexts(value)
  const isLong = compact.some(({ text }) => text.length > LONG)
  for (const [escaping, spacing] of isLong ? WRITERS.slice(0, 1) : WRITERS) {
    for (const { style, text } of compact) {
      const written = escapes[escaping](respace(text, spacing))
      if (seen.has(written)) continue
      seen.add(written)
      yield { style: { ...style, escapes: escaping, spacing }, text: written }
    }
  }
}

type CompactStyle = Omit<JsonStyle, 'escapes' | 'spacing'>

/** Every different text without blanks and without escapes that could be left out. */
function compactTexts(value: JsonValue): { readonly style: CompactStyle; readonly text: string }[] {
  const texts = new Map<string, CompactStyle>()
  for (const numbers of NUMBERS) {
    for (const dropped of DROPPED) {
      const left = leftOf(value, dropped)
      for (const scalars of SCALARS) {
        for (const order of ORDERS) {
          const style = { order, scalars, numbers, dropped }
          const text = writeJson(left, style)
          if (!texts.has(text)) texts.set(text, style)
        }
      }
    }
  }
  return Array.from(texts, ([text, style]) => ({ style, text }))
}

function leftOf(value: JsonValue, dropped: JsonStyle['dropped']): JsonValue {
  if (dropped === 'nothing') return value
  return dropped === 'nothing, null as text' ? nullAsText(value) : withoutEmpty(value, dropped)
}

function nullAsText(value: JsonValue): JsonValue {
  if (value === null) return ''
  if (isList(value)) return value.map(nullAsText)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, nullAsText(member)]))
}

const DROPPED_TEXTS: Readonly<Record<JsonStyle['dropped'], BilingualText>> = {
  nothing: { en: 'empty members kept', zh: '保留空成员' },
  'nothing, null as text': { en: 'null written as an empty text', zh: 'null 写作空文本' },
  null: { en: 'null members left out', zh: '去除 null 成员' },
  'null and text': { en: 'null and empty text left out', zh: '去除 null 与空文本成员' },
  'null, text and lists': { en: 'null, empty text and empty lists left out', zh: '去除 null、空文本与空列表' },
  'null, text, lists and objects': {
    en: 'null, empty text, lists and objects left out',
    zh: '去除 null、空文本、空列表与空对象',
  },
  'what becomes empty': {
    en: 'everything left out that is or becomes empty',
    zh: '去除空值，以及去除后变空的列表与对象',
  },
  'what becomes empty, and items': {
    en: 'everything left out that is or becomes empty, items of lists as well',
    zh: '去除空值、去除后变空的列表与对象，以及列表中的空项',
  },
  'first level: null': { en: 'null members of the first level left out', zh: '去除第一层的 null 成员' },
  'first level: null and text': {
    en: 'null and empty text of the first level left out',
    zh: '去除第一层的 null 与空文本成员',
  },
  'first level: null, text and lists': {
    en: 'null, empty text and empty lists of the first level left out',
    zh: '去除第一层的 null、空文本与空列表',
  },
  'first level: null, text, lists and objects': {
    en: 'null, empty text, lists and objects of the first level left out',
    zh: '去除第一层的 null、空文本、空列表与空对象',
  },
}

const ORDER_TEXTS: Readonly<Record<JsonStyle['order'], BilingualText>> = {
  given: { en: 'members in the given order', zh: '成员按原顺序' },
  sorted: { en: 'members sorted on every level', zh: '各层成员均按键升序' },
  'sorted-top': { en: 'members sorted on the first level only', zh: '仅第一层成员按键升序' },
}

const SCALAR_TEXTS: Readonly<Record<JsonStyle['scalars'], BilingualText>> = {
  'as written': { en: 'numbers without quotes', zh: '数字不加引号' },
  'as text': { en: 'numbers and booleans in quotes', zh: '数字与布尔值加引号' },
  'first level as text': {
    en: 'numbers and booleans of the first level in quotes',
    zh: '第一层的数字与布尔值加引号',
  },
}

/** Says what a style means. */
export function styleText({ order, scalars, numbers, dropped, escapes: escaping, spacing }: JsonStyle): BilingualText {
  const parts: BilingualText[] = [ORDER_TEXTS[order], SCALAR_TEXTS[scalars], DROPPED_TEXTS[dropped]]
  if (numbers === 'as binary') {
    parts.push({
      en: 'numbers without the digits that a binary number loses (128.50 as 128.5)',
      zh: '数字经浮点数转换而丢失原有位数（如 128.50 变为 128.5）',
    })
  }
  if (escaping !== 'none') parts.push(escapesTexts[escaping])
  if (spacing !== 'none') parts.push(spacingTexts[spacing])
  return joinTexts(parts)
}
