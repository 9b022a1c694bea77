import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { closestWords } from './closest-word.ts'

const WORDS = [
  'upload',
  'query',
  'revoke',
  'refund',
  'call',
  'codes',
  'sn',
  '--file',
  '--field',
  '--field-env',
  '--org-id',
]

describe('the words that a misspelt one may stand for', () => {
  const cases: readonly (readonly [typed: string, meant: readonly string[]])[] = [
    ['uplaod', ['upload']],
    ['qeury', ['query']],
    ['quer', ['query']],
    ['refunds', ['refund']],
    ['--fiel', ['--file', '--field']],
    ['--feild', ['--field']],
    ['--orgID', ['--org-id']],
    ['--fieldenv', ['--field-env']],
    ['code', ['codes']],
    ['x', []],
    ['hospital', []],
    ['张三', []],
    ['330102199001011234', []],
    ['u'.repeat(1000), []],
    ['', []],
  ]
  for (const [typed, meant] of cases) {
    it(`are ${meant.join(' or ') || 'none'} for ${JSON.stringify(typed.slice(0, 20))}`, () => {
      assert.deepEqual(closestWords(typed, WORDS), meant)
    })
  }
})
