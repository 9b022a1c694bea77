const TOKEN = /\s*(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:])/y

/** Messages are less deep. The bound also keeps a text of a million brackets from being read a million times. */
const DEEPEST = 64

/**
 * Finds where the JSON ends that begins at a bracket, over as many lines as it takes.
 *
 * @returns `undefined` if none begins there
 */
export function jsonEnd(text: string, start: number): number | undefined {
  let depth = 0
  let before = ''
  for (TOKEN.lastIndex = start; ; ) {
    const token = TOKEN.exec(text)?.[0].trim()
    if (token === undefined || (before === '{' && !/^["}]/.test(token))) return undefined
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    if (depth > DEEPEST) return undefined
    if (depth === 0) return TOKEN.lastIndex
    before = token
  }
}
