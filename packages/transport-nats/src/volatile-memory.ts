import type { ExchangeMemory, RememberedExchange } from '@nationec/transport'
import { randomId } from './ids.ts'

/**
 * A memory that ends with the process: for tests, and for tills whose terminal cannot move money.
 *
 * It has another name after each start, so nothing it has forgotten is ever called "never seen".
 */
export function volatileMemory(): ExchangeMemory {
  const known = new Map<string, RememberedExchange>()
  return {
    ledger: randomId(),
    async begin(id) {
      const before = known.get(id)
      if (before === undefined) known.set(id, { state: 'begun' })
      return before
    },
    async end(id, ended) {
      known.set(id, ended)
    },
    async rule(id) {
      const before = known.get(id)
      if (before !== undefined) return before
      known.set(id, { state: 'never' })
      return { state: 'never' }
    },
  }
}
