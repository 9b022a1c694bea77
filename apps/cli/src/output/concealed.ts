import { hiddenTexts, hideTexts } from '@nationec/protocol/privacy'

const concealed = new Set<string>()

/**
 * Remembers what a request held, so that no failure of this run shows it: a terminal's or a centre's own words may repeat
 * any of it. Codes, amounts, times and numbers of orders are left as they are.
 */
export function concealValues(body: unknown): void {
  for (const text of hiddenTexts(body)) concealed.add(text)
}

/** A value with every remembered text taken out of its texts. */
export function withoutConcealed<Value>(value: Value): Value {
  return (concealed.size === 0 ? value : walk(value, [...concealed])) as Value
}

function walk(value: unknown, hidden: readonly string[]): unknown {
  if (typeof value === 'string') return hideTexts(value, hidden)
  if (Array.isArray(value)) return value.map((item) => walk(item, hidden))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, hidden)]))
}
