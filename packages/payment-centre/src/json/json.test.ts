import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, type EmptyRemoval } from './canonical-json.ts'
import { isList, isObject, JsonNumber, type JsonValue } from './json-value.ts'
import { readJson } from './read-json.ts'

const settings = { numRuns: 400, seed: 20261123 }

describe('reading JSON', () => {
  it('finds what JSON.parse finds, in any layout', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        assert.deepEqual(plain(readJson(text)), JSON.parse(text))
      }),
      settings,
    )
  })

  it('keeps the digits of a number', () => {
    const read = readJson('{"a":128.50,"b":-0,"c":1E2,"d":12345678901234567890}')
    assert.ok(isObject(read))
    const digits = Object.values(read).map((value) => (value instanceof JsonNumber ? value.text : 'none'))
    assert.deepEqual(digits, ['128.50', '-0', '1E2', '12345678901234567890'])
  })

  it('refuses a member that stands twice, at any depth and however it is spelled', () => {
    assert.equal(readJson('{"a":1,"a":2}'), undefined)
    assert.equal(readJson('{"x":[{"a":1,"\\u0061":1}]}'), undefined)
  })

  it('refuses what is no JSON, and what is deeper than any message', () => {
    for (const text of ['', '{', "{'a':1}", '{"a":01}', '[1,]', 'NaN', '"a', '{"a":1}x'])
      assert.equal(readJson(text), undefined, text)
    assert.equal(readJson('['.repeat(100_000)), undefined)
    assert.equal(readJson(`${'['.repeat(66)}1${']'.repeat(66)}`), undefined)
    assert.notEqual(readJson(`${'['.repeat(60)}1${']'.repeat(60)}`), undefined)
  })

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => text.slice(1)),
        ),
        (text) => void readJson(text),
      ),
      settings,
    )
  })

  it('has members that reach no prototype', () => {
    const read = readJson('{"__proto__":{"a":1},"constructor":"x"}')
    assert.ok(isObject(read))
    assert.deepEqual(Object.keys(read), ['__proto__', 'constructor'])
    assert.equal(Object.getPrototypeOf(read), Object.prototype)
    assert.equal(({} as Record<string, unknown>)['a'], undefined)
  })
})

describe('the JSON that is signed', () => {
  const text =
    '{"z":0,"a":{"y":"","x":null,"w":"0.00","v":[]},"e":"","n":null,"l":[{"d":null,"c":1.50}],"t":true,"m":[]}'
  const write = (emptyRemoval: EmptyRemoval, scalars: 'as text' | 'as written' = 'as text'): string =>
    canonicalJson(readJson(text) as JsonValue, { emptyRemoval, scalars })

  it('leaves empty members out as deep as it is told', () => {
    assert.equal(write('recursive'), '{"a":{"v":[],"w":"0.00"},"l":[{"c":"1.50"}],"m":[],"t":"true","z":"0"}')
    assert.equal(
      write('null only'),
      '{"a":{"v":[],"w":"0.00","y":""},"e":"","l":[{"c":"1.50"}],"m":[],"t":"true","z":"0"}',
    )
    assert.equal(
      write('one level'),
      '{"a":{"y":"","x":null,"w":"0.00","v":[]},"l":[{"d":null,"c":"1.50"}],"m":[],"t":"true","z":"0"}',
    )
    assert.equal(
      write('one level and empty lists'),
      '{"a":{"y":"","x":null,"w":"0.00","v":[]},"l":[{"d":null,"c":"1.50"}],"t":"true","z":"0"}',
    )
  })

  it('writes numbers as they came when it is told to', () => {
    assert.equal(write('recursive', 'as written'), '{"a":{"v":[],"w":"0.00"},"l":[{"c":1.50}],"m":[],"t":true,"z":0}')
  })

  it('never drops a zero', () => {
    for (const zero of ['0', '0.00', '-0', '"0"', '"0.00"', 'false']) {
      for (const emptyRemoval of ['recursive', 'one level', 'null only', 'one level and empty lists'] as const) {
        const written = canonicalJson(readJson(`{"a":${zero}}`) as JsonValue, { emptyRemoval, scalars: 'as text' })
        assert.equal(written, `{"a":"${zero.replaceAll('"', '')}"}`)
      }
    }
  })

  it('does not depend on the order of keys, and is JSON again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const form = { emptyRemoval: 'recursive', scalars: 'as text' } as const
        const canonical = (object: object): string => canonicalJson(readJson(JSON.stringify(object)) as JsonValue, form)
        const turned = Object.fromEntries(Object.entries(value).reverse())
        assert.equal(canonical(turned), canonical(value))
        assert.equal(canonicalJson(readJson(canonical(value)) as JsonValue, form), canonical(value))
      }),
      settings,
    )
  })

  it('leaves Chinese as it is and puts no blanks in', () => {
    const written = canonicalJson(readJson('{ "n" : "\\u4e2d 文\\/" }') as JsonValue, {
      emptyRemoval: 'recursive',
      scalars: 'as text',
    })
    assert.equal(written, '{"n":"中 文/"}')
  })
})

function plain(value: JsonValue | undefined): unknown {
  if (value instanceof JsonNumber) return JSON.parse(value.text)
  if (value !== undefined && value !== null && isList(value)) return value.map(plain)
  if (!isObject(value)) return value
  const object: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    Object.defineProperty(object, name, { value: plain(member), enumerable: true, configurable: true, writable: true })
  }
  return object
}
