// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { table } from './table.ts'

describe('a table', () => {
  it('counts a Chinese character as two columns', () => {
    const text = table(
      [{ title: '步骤' }, { title: 'yuan', align: 'right' }],
      [
        ['医保', '1.00'],
        ['ab', '128.50'],
      ],
    )
    assert.equal(text, ['步骤    yuan', '----  ------', '医保    1.00', 'ab    128.50'].join('\n'))
  })

  it('fills up rows that are too short', () => {
    assert.equal(table([{ title: 'a' }, { title: 'b' }], [['1']]), 'a  b\n-  -\n1')
  })
})
