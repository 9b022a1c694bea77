// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { race } from '../fixtures/lock/starters.ts'

describe('a lock that was left behind, found by four processes at the same moment', () => {
  it('lets one of them in', async () => {
    assert.deepEqual(await race('new', 20), { right: 20, wrong: undefined, litter: [] })
  })
})
