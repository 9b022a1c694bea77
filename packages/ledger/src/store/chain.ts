import { createHmac, hash, type KeyObject } from 'node:crypto'
import type { EventRow, Row } from './rows.ts'

/** The key of a chain; as a `KeyObject` it is prepared once and three times as fast. */
export type ChainKey = KeyObject | Uint8Array

/** The link before the first event of a lane. */
export const FIRST_LINK = '0'.repeat(64)

/**
 * Text of a row or of an event that is the same in every process: members sorted, absent ones left out, whole numbers in
 * fen marked as such.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}n"`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name]
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(member)}`
  }
  return `{${text}}`
}

/**
 * Text of a row as it is kept and digested. What a claim changes without an event (`version`, `owner`, `nextAt`) is not in
 * it.
 */
export function lastingText(row: Row & { readonly owner?: unknown; readonly nextAt?: unknown }): string {
  const { version, owner, nextAt, ...lasting } = row
  return canonical(lasting)
}

/**
 * Keyed digest of a row and of its answer: stored with the event of the change, so that a row that changed by itself is
 * seen. Keyed, because an answer names a person.
 *
 * @param text of {@link lastingText}
 */
export function rowDigest(key: ChainKey, text: string, answer?: string): string {
  return createHmac('sha256', key)
    .update(`${text}\n${answer ?? ''}`)
    .digest('hex')
}

/**
 * The link of an event: HMAC-SHA-256 under the ledger's key over the link before it and everything in the event. A person who
 * cannot make it can neither change, leave out nor reorder events unseen. An event that was forgotten leaves its
 * `content` digest, by which the next link can still be checked.
 */
export function link(key: ChainKey, previous: string, content: string): string {
  return createHmac('sha256', key).update(`${previous}\n${content}`).digest('hex')
}

/** SHA-256 of an event and of the row that it tells of. */
export function contentOf(event: EventRow, digest: string): string {
  return hash('sha256', `${canonical(event)}\n${digest}`, 'hex')
}
