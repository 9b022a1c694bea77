import { jsonInside } from '@nationec/protocol/privacy'

/**
 * Finds the first place where two texts differ, as a JSON path such as `$.data.feedetailList[3].cnt`.
 *
 * The order of keys and spaces do not count; JSON inside strings is compared as JSON. A path shows keys, never values.
 *
 * @returns `undefined` if they mean the same; `$` if they differ as a whole or are not JSON
 */
export function firstDifference(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined
  try {
    return compare(JSON.parse(expected), JSON.parse(actual), '$')
  } catch {
    return '$'
  }
}

function compare(expected: unknown, actual: unknown, path: string): string | undefined {
  if (expected === actual) return undefined
  if (typeof expected === 'string' && typeof actual === 'string') {
    const [left, right] = [jsonInside(expected), jsonInside(actual)]
    return left !== undefined && right !== undefined ? compare(left, right, path) : path
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(expected, actual, path)
  if (isRecord(expected) && isRecord(actual)) return compareRecords(expected, actual, path)
  return path
}

function compareLists(expected: readonly unknown[], actual: readonly unknown[], path: string): string | undefined {
  for (let index = 0; index < Math.max(expected.length, actual.length); index += 1) {
    const place = `${path}[${index}]`
    if (index >= expected.length || index >= actual.length) return place
    const difference = compare(expected[index], actual[index], place)
    if (difference !== undefined) return difference
  }
  return undefined
}

function compareRecords(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  path: string,
): string | undefined {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const place = `${path}${placeOf(key)}`
    if (!Object.hasOwn(expected, key) || !Object.hasOwn(actual, key)) return place
    const difference = compare(expected[key], actual[key], place)
    if (difference !== undefined) return difference
  }
  return undefined
}

/** Only a plain name is shown: a key may be the number of a person. */
function placeOf(key: string): string {
  return /^[A-Za-z_]\w{0,39}$/.test(key) ? `.${key}` : '.?'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
