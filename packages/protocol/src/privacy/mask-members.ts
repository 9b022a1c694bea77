import { isNationEcError } from '@nationec/errors'
import { maskLog } from './log/mask-log.ts'
import { isFieldName, isPersonalName } from './log/person-words.ts'
import { MASK } from './mask.ts'
import { maskText } from './mask-text.ts'
import { showKnown, showName } from './show-known.ts'

const DEEPEST = 16

/**
 * Masks the members of a structured log line.
 *
 * | member | what is shown |
 * | --- | --- |
 * | a field of a message | what `showKnown` shows |
 * | `authorization`, `token`, `password` and the like, a person's name or number in other spellings | nothing |
 * | any other name | numbers and ASCII text, masked as a log; other text is hidden |
 * | an error of nationec | its texts, masked; of any other error its kind and place, because its message may quote anything |
 *
 * @example
 * ```ts
 * import { maskMembers } from '@nationec/protocol/privacy'
 *
 * console.log(maskMembers({ route: '/v1/orders', status: 200, userName: '张三' }))
 * // { route: '/v1/orders', status: 200, userName: '***' }
 * ```
 */
export function maskMembers(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [showName(name), maskMember(name, member, 0)]),
  )
}

function maskMember(name: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value
  if (isPersonalName(name) || depth > DEEPEST) return MASK
  if (Array.isArray(value)) return value.map((item) => maskMember(name, item, depth + 1))
  if (value instanceof Error) return maskError(value)
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([inner, member]) => [
      showName(inner),
      maskMember(inner, member, depth + 1),
    ])
    return Object.fromEntries(members)
  }
  const text = String(value)
  const shown = isFieldName(name) ? shownField(name, text) : shownText(text)
  return shown === text ? value : shown
}

function shownField(name: string, text: string): string {
  return /^\s*[[{]/.test(text) ? maskLog(text) : showKnown(text, [name])
}

function shownText(text: string): string {
  const masked = maskLog(text)
  return /[^\t\n\r -~]/.test(masked) ? MASK : masked
}

function maskError(error: Error): Record<string, unknown> {
  const own = isNationEcError(error) ? (maskTexts(error.toJSON()) as Record<string, unknown>) : {}
  return { type: error.name, ...own, at: firstFrame(error) }
}

/** The texts of our own errors hold no person: what the far end said in them was masked when they were made. */
function maskTexts(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map(maskTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskTexts(member)]))
}

function firstFrame({ stack = '' }: Error): string | undefined {
  return stack
    .split('\n')
    .find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    ?.trim()
}
