import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { circlesIn } from './circles.ts'

describe('circlesIn', () => {
  it('finds nothing where nothing turns back', () => {
    const diamond = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
    ])
    assert.deepEqual(circlesIn(diamond), [])
  })

  it('finds a circle and names its members in order', () => {
    const graph = new Map([
      ['start', ['a']],
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    assert.deepEqual(circlesIn(graph), [['a', 'b', 'c', 'a']])
  })

  it('finds a node that points to itself', () => assert.deepEqual(circlesIn(new Map([['a', ['a']]])), [['a', 'a']]))
})
