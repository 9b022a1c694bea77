import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'
import { type EmptyRemoval, emptyRemovals } from './empty-rules.ts'
import { isList, isObject, JsonNumber, type JsonValue } from './json-value.ts'
import { readJson } from './read-json.ts'
import type { Scalars } from './write-json.ts'

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
    '{"z":0,"a":{"y":"","x":null,"w":"0.00","v":[]},"e":"","n":null,"l":[{"d":null,"c":1.50},null,{},[{}]],"t":true,"m":[],"o":{},"p":{"q":{"r":""}}}'
  const write = (emptyRemoval: EmptyRemoval, given = text, scalars: Scalars = 'as text'): string =>
    canonicalJson(readJson(given) as JsonValue, { emptyRemoval, scalars })

  it('leaves out what each rule takes for empty, as deep as it goes', () => {
    const l = '"l":[{"c":"1.50"},null,{},[{}]]'
    const expected: Readonly<Record<EmptyRemoval, string>> = {
      null: `{"a":{"v":[],"w":"0.00","y":""},"e":"",${l},"m":[],"o":{},"p":{"q":{"r":""}},"t":"true","z":"0"}`,
      'null and text': `{"a":{"v":[],"w":"0.00"},${l},"m":[],"o":{},"p":{"q":{}},"t":"true","z":"0"}`,
      'null, text and lists': `{"a":{"w":"0.00"},${l},"o":{},"p":{"q":{}},"t":"true","z":"0"}`,
      'null, text, lists and objects': `{"a":{"w":"0.00"},${l},"p":{"q":{}},"t":"true","z":"0"}`,
      'what becomes empty': `{"a":{"w":"0.00"},${l},"t":"true","z":"0"}`,
      'what becomes empty, and items': '{"a":{"w":"0.00"},"l":[{"c":"1.50"}],"t":"true","z":"0"}',
      'first level: null':
        '{"a":{"y":"","x":null,"w":"0.00","v":[]},"e":"","l":[{"d":null,"c":"1.50"},null,{},[{}]],"m":[],"o":{},"p":{"q":{"r":""}},"t":"true","z":"0"}',
      'first level: null and text':
        '{"a":{"y":"","x":null,"w":"0.00","v":[]},"l":[{"d":null,"c":"1.50"},null,{},[{}]],"m":[],"o":{},"p":{"q":{"r":""}},"t":"true","z":"0"}',
      'first level: null, text and lists':
        '{"a":{"y":"","x":null,"w":"0.00","v":[]},"l":[{"d":null,"c":"1.50"},null,{},[{}]],"o":{},"p":{"q":{"r":""}},"t":"true","z":"0"}',
      'first level: null, text, lists and objects':
        '{"a":{"y":"","x":null,"w":"0.00","v":[]},"l":[{"d":null,"c":"1.50"},null,{},[{}]],"p":{"q":{"r":""}},"t":"true","z":"0"}',
    }
    assert.deepEqual(Object.keys(expected).sort(), [...emptyRemovals].sort())
    for (const removal of emptyRemovals) assert.equal(write(removal), expected[removal], removal)
  })

  it('keeps a body that is empty, or becomes so', () => {
    for (const removal of emptyRemovals) assert.equal(write(removal, '{"a":null}'), '{}')
    assert.equal(write('what becomes empty, and items', '{"a":[[""],{"b":[null]}]}'), '{}')
  })

  it('is one text under every rule once nothing in it is empty and its keys ascend', () => {
    const whole = { emptyRemoval: 'what becomes empty, and items', scalars: 'as text' } as const
    const names = fc.stringMatching(/^[a-z]{1,3}$/)
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue({ maxDepth: 4 })), (value) => {
        const once = canonicalJson(readJson(JSON.stringify(ordered(value))) as JsonValue, whole)
        for (const emptyRemoval of emptyRemovals) {
          for (const scalars of ['as text', 'as written', 'first level as text'] as const) {
            assert.equal(canonicalJson(readJson(once) as JsonValue, { emptyRemoval, scalars }), once)
          }
        }
      }),
      settings,
    )
  })

  it('writes numbers as they came when it is told to, or as text on the first level', () => {
    const given = '{"a":128.50,"b":{"c":1.50,"d":[true,7]},"e":[2]}'
    assert.equal(write('null', given, 'as written'), given)
    assert.equal(write('null', given, 'first level as text'), '{"a":"128.50","b":{"c":1.50,"d":[true,7]},"e":[2]}')
  })

  it('never drops a zero', () => {
    for (const zero of ['0', '0.00', '-0', '"0"', '"0.00"', 'false']) {
      for (const removal of emptyRemovals) {
        assert.equal(write(removal, `{"a":${zero}}`), `{"a":"${zero.replaceAll('"', '')}"}`)
      }
    }
  })

  it('does not depend on the order of keys, and is JSON again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const canonical = (object: object): string => write('null and text', JSON.stringify(object))
        const turned = Object.fromEntries(Object.entries(value).reverse())
        assert.equal(canonical(turned), canonical(value))
        assert.equal(write('null and text', canonical(value)), canonical(value))
      }),
      settings,
    )
  })

  it('leaves Chinese as it is and puts no blanks in', () => {
    assert.equal(write('null and text', '{ "n" : "\\u4e2d 文\\/" }'), '{"n":"中 文/"}')
  })
})

/** An object of which the engine gives no member out of turn: keys like `12` come first in every object. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [`k${name}`, ordered(member)]))
}

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
