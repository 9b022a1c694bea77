import { createHash } from 'node:crypto'

const PLAIN = /^[A-Za-z0-9_.:/#-]{1,64}$/

/**
 * A number of an order as lists, logs and the journal may hold it.
 *
 * What does not look like a number may be anything, a name in the wrong field for instance: it is kept as a digest,
 * which still tells one from another.
 */
export function plainNumber(value: string | undefined): string | undefined {
  if (value === undefined || PLAIN.test(value)) return value
  return `#${createHash('sha256').update(value).digest('hex').slice(0, 24)}`
}
