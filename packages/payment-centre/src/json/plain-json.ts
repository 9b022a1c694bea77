import { centreError } from '../errors/centre-error.ts'

/**
 * Writes a body as the JSON that is encrypted; with scalars as text, every number and truth value becomes a string.
 *
 * @throws `CENTRE_OPTION_INVALID` for what JSON cannot hold; the engine's own error may quote the body, so it is dropped
 */
export function plainJson(data: unknown, scalars: 'as text' | 'as written'): string {
  let text: string | undefined
  try {
    text = JSON.stringify(data, scalars === 'as text' ? asText : undefined)
  } catch {
    // Falls through: a loop or a bigint.
  }
  if (text !== undefined) return text
  throw centreError(
    'CENTRE_OPTION_INVALID',
    '`data` must be a value that JSON can hold.',
    'data 须为可用 JSON 表示的值。',
  )
}

function asText(_name: string, value: unknown): unknown {
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value
}
