import type { BilingualText } from '@nationec/errors'

/** Where a text stops being JSON. Nothing of the text is in it. */
export interface JsonFault {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number
  /** The place and what JSON asks for there, for an error. */
  readonly text: BilingualText
}

const EXPECTED = {
  value: { en: 'a value', zh: '值' },
  'value or ]': { en: 'a value or ]', zh: '值或 ]' },
  'name or }': { en: 'a name in double quotes or }', zh: '双引号括起的字段名或 }' },
  name: { en: 'a name in double quotes', zh: '双引号括起的字段名' },
  colon: { en: 'a colon', zh: '冒号' },
  'comma or }': { en: 'a comma or }', zh: '逗号或 }' },
  'comma or ]': { en: 'a comma or ]', zh: '逗号或 ]' },
  quote: { en: 'the closing double quote, or an escape that JSON has', zh: '字符串结束的双引号，或合法的转义' },
  end: { en: 'the end of the text', zh: '文本结束' },
} as const satisfies Record<string, BilingualText>

type Expected = keyof typeof EXPECTED

const SPACES = /[ \t\n\r]*/y
// Every character from the blank up, but the quote and the backslash.
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Finds where a text stops being JSON: the engines' own errors differ, some tell no place, and most quote the text.
 *
 * @param text a text that `JSON.parse` has refused
 * @returns line and column with what is expected there, in both languages; `undefined` for a text that is JSON
 * @example
 * ```ts
 * import { jsonFault } from '@nationec/protocol'
 *
 * console.log(jsonFault('{\n  "cnt": "1",\n}')?.text.en) // line 3, column 1: a name in double quotes expected
 * console.log(jsonFault('{}')) // undefined
 * ```
 */
export function jsonFault(text: string): JsonFault | undefined {
  const found = scan(text)
  if (found === undefined) return undefined
  const before = text.slice(0, found.at)
  const line = before.split(/\r\n|\n|\r/).length
  const column = found.at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  const { en, zh } = EXPECTED[found.expected]
  return {
    line,
    column,
    text: {
      en: `line ${line}, column ${column}: ${en} expected`,
      zh: `第 ${line} 行第 ${column} 列：此处应为${zh}`,
    },
  }
}

interface Found {
  readonly at: number
  readonly expected: Expected
}

/** One character decides what may follow, so no recursion is needed and any depth is read. */
function scan(text: string): Found | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = lengthAt(SPACES, text, 0)
  for (;;) {
    const character = text[at] ?? ''
    if (expected === 'end') return at === text.length ? undefined : { at, expected }
    let length = 1
    if (expected === 'colon' && character === ':') expected = 'value'
    else if (closes(expected, character)) {
      open.pop()
      expected = afterValue(open)
    } else if (expected.startsWith('comma') && character === ',')
      expected = expected === 'comma or }' ? 'name' : 'value'
    else if (expected.startsWith('value') && (character === '{' || character === '[')) {
      open.push(character)
      expected = character === '{' ? 'name or }' : 'value or ]'
    } else if (character === '"' && (expected.startsWith('value') || expected.startsWith('name'))) {
      length = lengthAt(STRING, text, at)
      if (text[at + length] !== '"') return { at: at + length, expected: 'quote' }
      length += 1
      expected = expected.startsWith('name') ? 'colon' : afterValue(open)
    } else {
      length = expected.startsWith('value') ? lengthAt(PLAIN, text, at) : 0
      if (length === 0) return { at, expected }
      expected = afterValue(open)
    }
    at += length
    at += lengthAt(SPACES, text, at)
  }
}

const closes = (expected: Expected, character: string): boolean =>
  (character === '}' || character === ']') && expected.endsWith(`or ${character}`)

function afterValue(open: readonly ('{' | '[')[]): Expected {
  const inner = open.at(-1)
  return inner === undefined ? 'end' : inner === '{' ? 'comma or }' : 'comma or ]'
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
