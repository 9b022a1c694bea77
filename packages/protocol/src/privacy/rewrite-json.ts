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
 * @param rename gives the new name of a key. Default: the key itself
 * @returns `undefined` if the text is not JSON
 */
export function rewriteJson(
  text: string,
  replace: (value: string, path: readonly string[]) => string,
  rename: (key: string) => string = (key) => key,
): string | undefined {
  if (!isJson(text)) return undefined
  return rewriteTokens(text.replace(STRING_OR_SPACES, '$1'), [], { replace, rename })
}

/** The JSON value inside a string, if it is an object or a list; numbers and words in strings are just that. */
export function jsonInside(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

interface Changes {
  readonly replace: (value: string, path: readonly string[]) => string
  readonly rename: (key: string) => string
}

function rewriteTokens(text: string, outer: readonly string[], changes: Changes): string {
  // One element for each open bracket: the key that holds in an object, `undefined` in a list and before a key.
  const open: { readonly isObject: boolean; key: string | undefined }[] = []
  const written: string[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1)
    const first = token[0] ?? ''
    if (first === '{' || first === '[') open.push({ isObject: first === '{', key: undefined })
    else if (first === '}' || first === ']') open.pop()
    else if (first === ',' && inner !== undefined) inner.key = undefined
    else if (first === '"' && inner?.isObject === true && inner.key === undefined) {
      inner.key = JSON.parse(token) as string
      const renamed = changes.rename(inner.key)
      written.push(renamed === inner.key ? token : JSON.stringify(renamed))
      continue
    } else if (first === '"' || first === '-' || isDigit(first)) {
      const path = [...outer, ...open.flatMap(({ key }) => (key === undefined ? [] : [key]))]
      written.push(rewriteValue(token, path, changes))
      continue
    }
    written.push(token)
  }
  return written.join('')
}

/** The values inside JSON text are judged one by one, and not the text that holds them. */
function rewriteValue(token: string, path: readonly string[], changes: Changes): string {
  const value = token.startsWith('"') ? (JSON.parse(token) as string) : token
  const isNested = token.startsWith('"') && jsonInside(value) !== undefined
  const replaced = isNested ? rewriteTokens(value, path, changes) : changes.replace(value, path)
  return replaced === value ? token : JSON.stringify(replaced)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
