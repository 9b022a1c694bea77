import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { playWorld } from './fixtures/world/world.ts'

const world = { seed: 5, acts: 2, crashes: 0 }

describe('the power of one side goes at every step of it: each thing said, each part of a write', () => {
  for (const end of ['a', 'b'] as const) {
    it(end === 'a' ? 'the institution' : 'the terminal', () => {
      const { steps } = playWorld(world)
      assert.ok(steps[end] > 10, String(steps[end]))
      for (let step = 1; step <= steps[end]; step += 1) {
        const { crashes, effects } = playWorld({ ...world, cuts: { [end]: step } })
        assert.deepEqual([crashes, effects], [1, world.acts], `step ${step}`)
      }
    })
  }
})
