const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/.source
/** Every token of a JSON text, spaces included. */
const TOKEN = new RegExp(`${STRING}|-?\\d[\\d.eE+-]*|true|false|null|[{}[\\],:]|\\s+`, 'g')
const STRING_OR_SPACES = new RegExp(`(${STRING})|\\s+`, 'g')

/**
 * Replaces values in a JSON text and leaves everything else as it was written: the digits of numbers, escapes, twice
 * given keys. Spaces between tokens go, so that the text fits a line, but not inside a string; JSON in a string is
 * rewritten as well.
 *
 * @param replace gives the new value of a string or number; a changed number becomes a string
 * @returns `undefined` if the text is not JSON
 */
export function rewriteJson(
  text: string,
  replace: (value: string, path: readonly string[]) => string,
): string | undefined {
  return isJson(text) ? rewriteTokens(text.replace(STRING_OR_SPACES, '$1'), [], replace) : undefined
}

/** Tells whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The JSON value inside a string, if it is an object or a list; numbers and words in strings are just that. */
export function parseNested(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

function rewriteTokens(
  text: string,
  outer: readonly string[],
  replace: (value: string, path: readonly string[]) => string,
): string {
  // One element for each open bracket: the key that holds in an object, `undefined` in a list and before a key.
  const open: { readonly isObject: boolean; key: string | undefined }[] = []
  const written: string[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1)
    const first = token[0] ?? ''
    if (first === '{' || first === '[') open.push({ isObject: first === '{', key: undefined })
    else if (first === '}' || first === ']') open.pop()
    else if (first === ',' && inner !== undefined) inner.key = undefined
    else if (first === '"' && inner?.isObject === true && inner.key === undefined)
      inner.key = JSON.parse(token) as string
    else if (first === '"' || first === '-' || isDigit(first)) {
      const path = [...outer, ...open.flatMap(({ key }) => (key === undefined ? [] : [key]))]
      written.push(rewriteValue(token, path, replace))
      continue
    }
    written.push(token)
  }
  return written.join('')
}

function rewriteValue(
  token: string,
  path: readonly string[],
  replace: (value: string, path: readonly string[]) => string,
): string {
  const value = token.startsWith('"') ? (JSON.parse(token) as string) : token
  const replaced = replace(value, path)
  if (replaced !== value) return JSON.stringify(replaced)
  if (!token.startsWith('"') || parseNested(value) === undefined) return token
  const nested = rewriteTokens(value, path, replace)
  return nested === value ? token : JSON.stringify(nested)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
