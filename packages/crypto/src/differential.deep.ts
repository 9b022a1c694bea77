// @runtimes node bun deno
import { describe } from 'node:test'
import fc from 'fast-check'
import { it } from '../../../scripts/deep-kit.ts'
import { cases } from './fixtures/differential/kinds.ts'

const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
const PIECES = 40

/**
 * A case is one operation with random and nasty input, done by the fast provider, by its TypeScript, by sm-crypto and,
 * where the runtime has it, by OpenSSL: all give the same bytes, or the same error.
 */
describe(`20,000 cases by every provider (seed ${seed})`, () => {
  // Every test has a minute: the long run comes in pieces, each with a seed of its own.
  for (const piece of Array.from({ length: PIECES }, (_, index) => seed + index)) {
    it(`500 of them, with seed ${piece}`, () => {
      fc.assert(
        fc.property(cases, (one) => one.check()),
        { numRuns: 20_000 / PIECES, seed: piece },
      )
    })
  }
})
