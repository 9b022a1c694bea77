// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FAULT_CLASSES, type FaultClass, runTrial } from './fixtures/trial.ts'

describe('messages over a bad line', () => {
  for (const faults of Object.keys(FAULT_CLASSES) as FaultClass[]) {
    it(`arrive whole, once and in order, with cuts and restarts: ${faults}`, () => {
      for (let seed = 1; seed <= 8; seed += 1) {
        const { wrong, delivered } = runTrial({ seed, faults })
        assert.equal(wrong, undefined, `seed ${seed}`)
        assert.ok(delivered >= 4)
      }
    })
  }
})
