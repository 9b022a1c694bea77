import { showKnown } from '../mask/show-known.ts'

const MASK = '***'
/** Shorter texts stand in ordinary words too. */
const SHORTEST_ASCII = 6
const SHORTEST = 2

const concealed = new Set<string>()

/**
 * Remembers what a request held, so that no failure of this run shows it: a terminal's or a centre's own words may repeat
 * any of it. Codes, amounts, times and numbers of orders are left as they are.
 */
export function concealValues(value: unknown, path: readonly string[] = []): void {
  if (Array.isArray(value)) for (const item of value) concealValues(item, path)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) concealValues(member, [...path, name])
  } else if (typeof value === 'string' || typeof value === 'number') concealText(String(value), path)
}

function concealText(text: string, path: readonly string[]): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  const shortest = /^[\x00-\x7f]*$/.test(text) ? SHORTEST_ASCII : SHORTEST
  if (text.length >= shortest && showKnown(text, path) !== text) concealed.add(text)
}

/** A value with every remembered text taken out of its texts. */
export function withoutConcealed<Value>(value: Value): Value {
  return (concealed.size === 0 ? value : walk(value)) as Value
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') {
    const longestFirst = [...concealed].sort((left, right) => right.length - left.length)
    return longestFirst.reduce((text, hidden) => text.replaceAll(hidden, MASK), value)
  }
  if (Array.isArray(value)) return value.map(walk)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]))
}
