import type { BilingualText } from '../errors/error-texts.ts'

/** How a partner may have written the same data as JSON. */
export interface JsonStyle {
  /** Order of the members: as given, ascending on every level, ascending on the first level only. */
  readonly order: 'given' | 'sorted' | 'sorted-top'
  /** Numbers and booleans as they are, or as strings. */
  readonly scalars: 'plain' | 'quoted'
  /** Members that were left out: none, `null`, `null` and `''`, and these with empty lists and objects. */
  readonly dropped: 'nothing' | 'null' | 'empty' | 'empty-lists'
  /** On which levels members were left out. */
  readonly depth: 'all' | 'top'
  /** Whether characters beyond ASCII were written as `\uXXXX`. */
  readonly escaped: boolean
  /** Whether a space follows each colon and comma. */
  readonly spaced: boolean
}

export interface JsonText {
  readonly style: JsonStyle
  readonly text: string
}

const ORDERS = ['sorted', 'given', 'sorted-top'] as const
const SCALARS = ['plain', 'quoted'] as const
const DROPPED = ['empty', 'nothing', 'null', 'empty-lists'] as const
const DEPTHS = ['all', 'top'] as const

/** Every different text that these styles give, each with the first style that gives it. */
export function jsonTexts(value: unknown): JsonText[] {
  const texts = new Map<string, JsonText>()
  for (const escaped of [false, true]) {
    for (const spaced of [false, true]) {
      for (const scalars of SCALARS) {
        for (const dropped of DROPPED) {
          for (const depth of DEPTHS) {
            for (const order of ORDERS) {
              const style = { order, scalars, dropped, depth, escaped, spaced }
              const text = write(value, style, true)
              if (!texts.has(text)) texts.set(text, { style, text })
            }
          }
        }
      }
    }
  }
  return [...texts.values()]
}

function write(value: unknown, style: JsonStyle, top: boolean): string {
  const [comma, colon] = style.spaced ? [', ', ': '] : [',', ':']
  if (Array.isArray(value)) return `[${value.map((item) => write(item, style, false)).join(comma)}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined && !isDropped(member, style, top))
    if (style.order === 'sorted' || (style.order === 'sorted-top' && top)) {
      members.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    }
    const written = members.map(([name, member]) => `${quote(name, style)}${colon}${write(member, style, false)}`)
    return `{${written.join(comma)}}`
  }
  if (typeof value === 'string') return quote(value, style)
  const plain = JSON.stringify(value ?? null)
  return style.scalars === 'quoted' && value !== null && value !== undefined ? `"${plain}"` : plain
}

function isDropped(value: unknown, { dropped, depth }: JsonStyle, top: boolean): boolean {
  if (dropped === 'nothing' || (depth === 'top' && !top)) return false
  if (value === null) return true
  if (dropped !== 'null' && value === '') return true
  return dropped === 'empty-lists' && typeof value === 'object' && Object.keys(value ?? {}).length === 0
}

function quote(text: string, { escaped }: JsonStyle): string {
  const quoted = JSON.stringify(text)
  if (!escaped) return quoted
  return quoted.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Says what a style means. */
export function styleText({ order, scalars, dropped, depth, escaped, spaced }: JsonStyle): BilingualText {
  const parts: BilingualText[] = [
    {
      given: { en: 'members in the given order', zh: '成员按原顺序' },
      sorted: { en: 'members sorted on every level', zh: '各层成员均按键升序' },
      'sorted-top': { en: 'members sorted on the first level only', zh: '仅第一层成员按键升序' },
    }[order],
    scalars === 'plain'
      ? { en: 'numbers without quotes', zh: '数字不加引号' }
      : { en: 'numbers and booleans in quotes', zh: '数字与布尔值加引号' },
    {
      nothing: { en: 'empty members kept', zh: '保留空成员' },
      null: { en: 'null members left out', zh: '去除 null 成员' },
      empty: { en: 'null and empty text left out', zh: '去除 null 与空文本成员' },
      'empty-lists': { en: 'null, empty text, lists and objects left out', zh: '去除 null、空文本、空列表与空对象' },
    }[dropped],
  ]
  if (dropped !== 'nothing' && depth === 'top') parts.push({ en: 'on the first level only', zh: '仅第一层' })
  if (escaped) parts.push({ en: 'Chinese written as \\uXXXX', zh: '中文写作 \\uXXXX' })
  if (spaced) parts.push({ en: 'spaces after colons and commas', zh: '冒号与逗号后有空格' })
  return { en: parts.map(({ en }) => en).join(', '), zh: parts.map(({ zh }) => zh).join('，') }
}
