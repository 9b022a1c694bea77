import { showKnown } from '@nationec/protocol/privacy'
import { keepReferences, type References } from './failure.ts'

/**
 * Remembers with a failure which order it is about; only what has the form of an order's number, because a caller may have
 * put anything there.
 */
export function withReferences(error: unknown, references: References): unknown {
  const numbers = Object.entries(references).filter(([name, value]) => showKnown(value, [name]) === value)
  return keepReferences(error, Object.fromEntries(numbers))
}
