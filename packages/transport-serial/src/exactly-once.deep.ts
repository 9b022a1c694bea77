// @runtimes node
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe } from 'node:test'
import { it } from '../../../scripts/deep-kit.ts'
import { lines } from './fixtures/world/lines.ts'
import { playWorld } from './fixtures/world/world.ts'

/** Each world plays six acts and what the operator tries again: 600 worlds on each of four lines are over 14,000 acts for one seed. */
const WORLDS = Number(process.env['NATIONEC_WORLDS'] ?? 600)
const FIRST = Number(process.env['NATIONEC_SEED'] ?? 10_000)
const ACTS = 6
/** So many in one test, so that a hanging one is told from a long one. */
const PART = 100

describe('exactly once, deep', () => {
  for (const [name, faults] of Object.entries(lines)) {
    for (let start = 0; start < WORLDS; start += PART) {
      const [from, to] = [FIRST + start, FIRST + Math.min(start + PART, WORLDS)]
      it(`seeds ${from} to ${to - 1} on ${name}`, () => {
        let effects = 0
        for (let seed = from; seed < to; seed += 1) {
          effects += playWorld({ seed, acts: ACTS, faults, crashes: (seed % 8) / 4 }).effects
        }
        assert.ok(effects > 0)
      })
    }
  }
})
