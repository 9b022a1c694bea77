const MASK = '***'

const concealed = new Set<string>()

/** Remembers a text that no failure of this run may show. */
export function conceal(text: string): void {
  concealed.add(text)
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
