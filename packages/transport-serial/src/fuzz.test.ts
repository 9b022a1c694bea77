import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { contentPlan, linePlan } from './fixtures/fuzz/plan.ts'
import { seeded } from './fixtures/line/seeded.ts'

/** This part of the deep run. */
const SHARE = 1 / 500

describe('whatever comes, in short', () => {
  for (const { name, fuzz, inputs } of [...linePlan, ...contentPlan]) {
    it(name, () => void fuzz(seeded(1), Math.ceil(inputs * SHARE)))
  }
})

describe('the deep run', () => {
  it('gives ten million inputs to all parsers together', () => {
    const inputs = [...linePlan, ...contentPlan].reduce((sum, plan) => sum + plan.inputs * plan.parts, 0)
    assert.ok(inputs >= 10_000_000, String(inputs))
  })
})
