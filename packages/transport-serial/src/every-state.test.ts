import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { designs } from './fixtures/search/design.ts'
import { search } from './fixtures/search/search.ts'

describe('every state that loss, restarts and a crash can lead to', () => {
  for (const [name, { design, breaks }] of Object.entries(designs)) {
    it(`${breaks ?? 'keeps the promise'}: ${name}`, () => {
      const { states, counterexample } = search(design)
      assert.equal(counterexample?.violation, breaks, counterexample?.steps.join(', '))
      assert.ok(states > 50)
      // A way of one or two steps would be a mistake of the model and no counterexample.
      assert.ok(counterexample === undefined || counterexample.steps.length >= 5)
    })
  }
})
