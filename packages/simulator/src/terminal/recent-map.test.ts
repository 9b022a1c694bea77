import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRecentMap } from './recent-map.ts'

describe('a map of recent entries', () => {
  it('forgets the oldest beyond its limit', () => {
    const map = createRecentMap<number>(2)
    for (const [index, key] of ['a', 'b', 'c'].entries()) map.set(key, index)
    assert.deepEqual([map.get('a'), map.get('b'), map.get('c')], [undefined, 1, 2])
  })
})
