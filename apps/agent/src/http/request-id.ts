import { randomUUID } from 'node:crypto'
import { maskText } from '@nationec/protocol/privacy'

/**
 * The caller's own id when it looks like one, so that both logs name the same request; else a new one.
 *
 * It stands in the log: what could be the number of a person is not taken.
 */
export function requestIdOf(given: string | undefined): string {
  const taken =
    given !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(given) && (UUID.test(given) || maskText(given) === given)
  return taken ? given : randomUUID()
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
