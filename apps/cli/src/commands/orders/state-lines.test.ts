// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stateLines } from './state-lines.ts'

describe('the state of an order, for people', () => {
  it('says why it is unrecognised', () => {
    const answered = { transType: '6301', checked: true, body: {}, references: {}, status: 'unrecognised' }
    for (const reason of ['state', 'amounts-missing', 'amounts-disagree']) {
      const [, why = ''] = stateLines({ ...answered, ordStas: '6', reason })
      assert.match(why, new RegExp(`^reason 原因: ${reason}: .+\\p{Script=Han}`, 'u'))
    }
    assert.equal(stateLines({ ...answered, status: 'pending', ordStas: '1' }).length, 2)
  })
})
