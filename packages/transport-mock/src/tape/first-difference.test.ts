import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { firstDifference } from './first-difference.ts'

describe('firstDifference', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['{"a":1,"b":2}', '{ "b": 2, "a": 1 }', undefined],
    ['{"a":1}', '{"a":2}', '$.a'],
    ['{"a":1}', '{}', '$.a'],
    ['{}', '{"a":1}', '$.a'],
    ['{"a":[1,{"b":2}]}', '{"a":[1,{"b":3}]}', '$.a[1].b'],
    ['[1,2]', '[1]', '$[1]'],
    ['[1]', '[1,2]', '$[1]'],
    ['{"a":"1"}', '{"a":1}', '$.a'],
    ['{"a":[]}', '{"a":{}}', '$.a'],
    ['{"a":null}', '{"a":{}}', '$.a'],
    ['{"data":"{\\"a\\":1}"}', '{"data":"{ \\"a\\": 1 }"}', undefined],
    ['{"data":"{\\"a\\":1}"}', '{"data":"{\\"a\\":2}"}', '$.data.a'],
    ['{"data":"[1]"}', '{"data":"x"}', '$.data'],
    ['{"330102199001011234":1}', '{}', '$.?'],
    ['no json', 'no json', undefined],
    ['no json', '{}', '$'],
  ]
  for (const [expected, actual, path] of cases) {
    it(`finds ${path ?? 'nothing'} between ${expected} and ${actual}`, () => {
      assert.equal(firstDifference(expected, actual), path)
    })
  }

  it('finds nothing between a value and itself, however it is spaced', () => {
    fc.assert(
      fc.property(fc.json(), (json) => firstDifference(json, JSON.stringify(JSON.parse(json), null, 2)) === undefined),
      { numRuns: 300, seed: 7 },
    )
  })

  it('finds something, in both directions, exactly when the values differ', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (one, other) => {
        const isSame = JSON.stringify(sorted(JSON.parse(one))) === JSON.stringify(sorted(JSON.parse(other)))
        assert.equal(firstDifference(one, other) === undefined, isSame)
        assert.equal(firstDifference(other, one) === undefined, isSame)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return { members: members.map(([key, member]) => [key, sorted(member)]) }
}
