import assert from 'node:assert/strict'
import process from 'node:process'
import { describe } from 'node:test'
import { it } from '../../../../scripts/deep-kit.ts'
import { FAULT_CLASSES, type FaultClass, runTrial } from './fixtures/trial.ts'

const FIRST = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
/** So many tests with so many frames each are a million for one seed; few enough in one that a loaded machine stays within its limit. */
const PARTS = 10
const FRAMES = 100_000
/** The seeds of two parts never meet: a seed is some thousand frames. */
const SEEDS = 1_000
const classes = Object.keys(FAULT_CLASSES) as FaultClass[]

/**
 * One seed replays one trial: the number is in the message. A CRC of 32 bits lets one damaged frame in four thousand million
 * pass, so that one run in some thousands may fail for that reason; the channel above finds it.
 */
describe('a million frames on bad lines: no wrong byte, nothing unfinished', () => {
  for (let part = 0; part < PARTS; part += 1) {
    const first = FIRST + part * SEEDS
    it(`${FRAMES} frames from seed ${first}`, () => {
      let frames = 0
      for (let seed = first; frames < FRAMES; seed += 1) {
        for (const faults of classes) {
          const trial = runTrial({ seed, faults, disturbed: seed % 4 !== 0 })
          assert.equal(trial.wrong, undefined, `seed ${seed}, ${faults}`)
          frames += trial.frames
        }
        assert.ok(seed < first + SEEDS)
      }
    })
  }
})
