// @runtimes node
import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { it } from '../../../scripts/deep-kit.ts'
import { playWorld } from './fixtures/world/world.ts'

const world = { seed: 5, acts: 2, crashes: 0 }
const { steps } = playWorld(world)

describe('the power of both sides goes, each at every step of it', () => {
  for (let first = 1; first <= steps.a; first += 1) {
    it(`the institution at step ${first}, the terminal at each`, () => {
      for (let second = 1; second <= steps.b; second += 1) {
        const { crashes, effects } = playWorld({ ...world, cuts: { a: first, b: second } })
        assert.ok(crashes >= 1 && effects === world.acts, `step ${second}: ${crashes} crashes, ${effects} effects`)
      }
    })
  }
})
