import { createHash } from 'node:crypto'

/** A digest of a JSON value that does not depend on the order of its members. */
export function digestOf(...values: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(values.map(sorted)))
    .digest('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // As pairs, because an object would put members that look like numbers in front.
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)])
}
