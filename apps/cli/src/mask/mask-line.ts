import { maskText } from '@nationec/protocol'
import { showKnown } from './show-known.ts'

const MASK = '***'
const DEEPEST = 32

/** A line of a log, a tape or a message without anything personal; JSON in the middle of it is masked as JSON. */
export function maskLine(line: string): string {
  const start = line.search(/[[{]/)
  if (start < 0) return maskText(line)
  const end = Math.max(line.lastIndexOf('}'), line.lastIndexOf(']')) + 1
  const inner = end > start ? parse(line.slice(start, end)) : undefined
  if (inner !== undefined) {
    return maskText(line.slice(0, start)) + JSON.stringify(maskValue(inner, [], 0)) + maskText(line.slice(end))
  }
  // Something like JSON that does not parse, cut or quoted: nothing of it is shown.
  return /"\s*:|\\"/.test(line) ? maskText(line.slice(0, start)) + MASK : maskText(line)
}

function maskValue(value: unknown, path: readonly string[], depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (depth > DEEPEST) return MASK
  if (Array.isArray(value)) return value.map((item) => maskValue(item, path, depth + 1))
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([name, member]) => [
      shownName(name),
      maskValue(member, [...path, name], depth + 1),
    ])
    return Object.fromEntries(members)
  }
  const inner = typeof value === 'string' && /^\s*[[{]/.test(value) ? parse(value) : undefined
  if (inner !== undefined) return JSON.stringify(maskValue(inner, path, depth + 1))
  const shown = showKnown(String(value), path)
  return shown === String(value) ? value : shown
}

/** A name may be somebody's name: only those that look like field names are shown. */
function shownName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]{0,40}$/.test(name) ? name : MASK
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
