import { maskText } from '@nationec/protocol'
import { fieldNames } from './known-fields.ts'

const MASK = '***'
const DEEPEST = 16

/** Names outside the messages that hold something nobody may read in a log. */
const SECRETS: ReadonlySet<string> = new Set(['authorization', 'token', 'cookie', 'secret', 'password', 'key'])

/**
 * Masks a value before it is logged: members that are personal in any message, tokens, and whatever looks like an
 * identity number, a telephone number or a token; inside JSON texts too, however often they are wrapped.
 *
 * This is the second net. The first is that the agent logs numbers of orders, codes and times, and never a message.
 */
export function maskForLog(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskString(value, depth)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return MASK
  if (Array.isArray(value)) return value.map((item) => maskForLog(item, depth + 1))
  if (value instanceof Error) return maskError(value, depth)
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isPersonal(name) ? MASK : maskForLog(member, depth + 1)]),
  )
}

function isPersonal(name: string): boolean {
  const plain = name.toLowerCase()
  return (
    fieldNames.personal.has(name) ||
    SECRETS.has(plain) ||
    (fieldNames.described.has(name) && !fieldNames.shown.has(name))
  )
}

/** The JSON of a message may stand in the middle of a sentence: what parses is masked as JSON. */
function maskString(text: string, depth: number): string {
  const start = text.search(/[[{]/)
  if (start < 0 || depth > DEEPEST) return maskText(text)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1
  const inner = end > start ? parse(text.slice(start, end)) : undefined
  if (inner !== undefined) {
    return maskText(text.slice(0, start)) + JSON.stringify(maskForLog(inner, depth + 1)) + maskText(text.slice(end))
  }
  // Something like JSON that does not parse, a cut or a quoted text for instance: nothing of it is shown.
  return /"\s*:|\\"/.test(text) ? maskText(text.slice(0, start)) + MASK : maskText(text)
}

function maskError(error: Error, depth: number): Record<string, unknown> {
  const own = 'toJSON' in error && typeof error.toJSON === 'function' ? error.toJSON() : {}
  const members = maskForLog(own, depth + 1) as Record<string, unknown>
  // The message of a foreign error may quote anything: its kind is enough to find the place.
  return { type: error.name, ...members, at: firstFrame(error) }
}

function firstFrame({ stack = '' }: Error): string | undefined {
  return stack
    .split('\n')
    .find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    ?.trim()
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
