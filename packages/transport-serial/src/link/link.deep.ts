import assert from 'node:assert/strict'
import { it } from 'node:test'
import { FAULT_CLASSES, type FaultClass, runTrial } from './fixtures/trial.ts'

const first = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
const FRAMES = 10_000_000
const classes = Object.keys(FAULT_CLASSES) as FaultClass[]

/**
 * One seed replays one trial: the number is in the message. A CRC of 32 bits lets one damaged frame in four thousand million
 * pass, so that one run in some thousands may fail for that reason; the channel above finds it.
 */
it(`ten million frames on bad lines: no wrong byte, nothing unfinished (seed ${first})`, { timeout: 1_800_000 }, () => {
  let frames = 0
  for (let seed = first; frames < FRAMES; seed += 1) {
    for (const faults of classes) {
      const trial = runTrial({ seed, faults, disturbed: seed % 4 !== 0 })
      assert.equal(trial.wrong, undefined, `seed ${seed}, ${faults}`)
      frames += trial.frames
    }
  }
})
