import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { designs } from './fixtures/search/design.ts'
import { search } from './fixtures/search/search.ts'

describe('every state that loss, restarts and a crash can lead to', () => {
  for (const [name, { design, holds }] of Object.entries(designs)) {
    it(`${holds ? 'keeps the promise' : 'breaks it'}: ${name}`, () => {
      const { states, counterexample } = search(design)
      assert.equal(counterexample === undefined, holds, counterexample?.steps.join(', '))
      assert.ok(states > 50)
    })
  }
})
