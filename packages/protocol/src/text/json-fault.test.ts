import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { jsonFault } from '@nationec/protocol'
import fc from 'fast-check'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place where a text stops being JSON', () => {
  const cases: readonly (readonly [text: string, place: string, expected: RegExp])[] = [
    ['', '1:1', /a value expected/],
    ['{\n  "a": 1\n  "b": 2\n}', '3:3', /a comma or } expected/],
    ['{"a": 1,}', '1:9', /a name in double quotes expected/],
    ['{\r\n"a": [1 2]}', '2:9', /a comma or ] expected/],
    ["{'a': 1}", '1:2', /a name in double quotes or }/],
    ['{“a”: 1}', '1:2', /a name/],
    ['{"a"：1}', '1:5', /a colon expected/],
    ['{"a":"张三\n"}', '1:9', /closing double quote/],
    ['{"a":"\\x"}', '1:7', /escape/],
    ['{"a":1}x', '1:8', /the end/],
    ['[1,]', '1:4', /a value expected/],
    ['[01]', '1:3', /a comma or ]/],
    ['{"a":', '1:6', /a value/],
    ['{"a":tru}', '1:6', /a value/],
    ['\n\r\n\r[', '4:2', /a value or ]/],
  ]
  for (const [text, place, expected] of cases) {
    it(`is ${place} in ${JSON.stringify(text)}`, () => {
      const fault = jsonFault(text)
      assert.equal(`${fault?.line}:${fault?.column}`, place)
      assert.match(fault?.text.en ?? '', expected)
      assert.match(fault?.text.zh ?? '', /^第 \d+ 行第 \d+ 列：此处应为[^ ]/)
      assert.doesNotMatch(`${fault?.text.en}${fault?.text.zh}`, /张三/)
    })
  }

  it('is there for exactly the texts that JSON.parse refuses', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '\\', '}', '[', '\n', '0', '.', 'e', '-', '\u0001', ' '),
      )
      .map(([text, at, piece]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + piece + text.slice(place + (piece === '' ? 1 : 0))
      })
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
        assert.equal(jsonFault(text) === undefined, isJson(text), JSON.stringify(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is found in any depth and length', () => {
    assert.equal(jsonFault('['.repeat(100_000))?.column, 100_001)
    assert.equal(jsonFault(`["${'字\\n'.repeat(300_000)}`)?.line, 1)
  })
})
