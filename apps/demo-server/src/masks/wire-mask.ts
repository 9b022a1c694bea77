import { mayShow } from './known-fields.ts'

const MASK = '***'
const DEEPEST = 32

/**
 * Makes the text of a request or an answer fit to be shown: its structure, codes, amounts, times and order numbers.
 *
 * Everything else becomes `***`: what is shown is chosen, not what is hidden, so that a field nobody knows is hidden
 * too. JSON inside a string is treated like the rest; a text that is no JSON is hidden as a whole.
 */
export function maskWireText(text: string): string {
  const parsed = parse(text)
  return parsed === undefined ? MASK : JSON.stringify(maskValue(parsed, undefined, 0))
}

function maskValue(value: unknown, name: string | undefined, depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (depth > DEEPEST) return MASK
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name, depth + 1))
  if (typeof value === 'object') return maskObject(value as Record<string, unknown>, depth)
  const written = String(value)
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    const inner = parse(value)
    if (inner !== undefined) return JSON.stringify(maskValue(inner, name, depth + 1))
  }
  return mayShow(name, written) ? value : MASK
}

function maskObject(value: Record<string, unknown>, depth: number): Record<string, unknown> {
  const masked: Record<string, unknown> = Object.create(null)
  // A name may be somebody's name: only those that look like field names are shown.
  for (const [name, member] of Object.entries(value)) {
    masked[/^[A-Za-z_][A-Za-z0-9_]{0,40}$/.test(name) ? name : MASK] = maskValue(member, name, depth + 1)
  }
  return masked
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
