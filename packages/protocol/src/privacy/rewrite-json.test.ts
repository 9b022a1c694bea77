import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { jsonInside, rewriteJson } from '@nationec/protocol/privacy'
import fc from 'fast-check'

const keep = (value: string): string => value
const hide = (): string => 'X'

describe('rewriteJson', () => {
  it('that keeps every value changes spaces only', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, indent) => {
        const value: unknown = JSON.parse(json)
        const spaced = JSON.stringify(value, null, indent)
        assert.equal(rewriteJson(spaced, keep), JSON.stringify(value))
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('that hides every value leaves keys, lists, words and nothing else', () => {
    const wanted = (value: unknown): unknown => {
      const inner = typeof value === 'string' ? jsonInside(value) : undefined
      if (inner !== undefined) return JSON.stringify(wanted(inner))
      if (typeof value === 'string' || typeof value === 'number') return 'X'
      if (Array.isArray(value)) return value.map(wanted)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wanted(member)]))
    }
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (json) => {
        assert.deepEqual(JSON.parse(rewriteJson(json, hide) ?? ''), wanted(JSON.parse(json)))
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('gives the path of keys to every value', () => {
    const seen: string[] = []
    rewriteJson('{"a":{"b":[1,{"c":"x"},"y"]},"d":2,"a":3}', (value, path) => {
      seen.push(`${path.join('.')}=${value}`)
      return value
    })
    assert.deepEqual(seen, ['a.b=1', 'a.b.c=x', 'a.b=y', 'd=2', 'a=3'])
  })

  it('keeps the digits of numbers, escapes and keys given twice', () => {
    const text = '{"n":1.10,"big":12345678901234567890,"e":1E+2,"s":"\\u533b\\/","n":-0}'
    assert.equal(rewriteJson(text, keep), text)
  })

  it('rewrites JSON in a string value by value, and leaves the spaces in it', () => {
    const text = JSON.stringify({ data: '{ "a" : [1, "x"] }', list: '[]' })
    assert.equal(rewriteJson(text, hide), JSON.stringify({ data: '{ "a" : ["X", "X"] }', list: '[]' }))
  })

  it('renames keys, and gives paths of the keys as they were', () => {
    const seen: string[] = []
    const replace = (value: string, path: readonly string[]): string => {
      seen.push(path.join('.'))
      return value
    }
    const rename = (key: string): string => (key === '张三' ? '*' : key)
    assert.equal(
      rewriteJson('{"张三":{"b":1},"c":"{\\"张三\\":2}"}', replace, rename),
      '{"*":{"b":1},"c":"{\\"*\\":2}"}',
    )
    assert.deepEqual(seen, ['张三.b', 'c.张三'])
  })

  it('gives nothing for a text that is not JSON', () => {
    for (const text of ['', 'x', '{"a":}', '0000', '{} {}']) assert.equal(rewriteJson(text, keep), undefined)
  })

  it('manages a text of 900K, also as one string full of escapes', () => {
    const quotes = JSON.stringify({ data: '"'.repeat(400_000) })
    assert.equal(rewriteJson(quotes, keep), quotes)
    const long = JSON.stringify({ data: '药'.repeat(300_000) })
    assert.equal(rewriteJson(long, keep), long)
  })
})

describe('jsonInside', () => {
  it('is an object or a list, and no number or word', () => {
    assert.deepEqual(jsonInside(' {"a":1}'), { a: 1 })
    assert.deepEqual(jsonInside('[1]'), [1])
    for (const text of ['1', 'true', '"x"', '{', '']) assert.equal(jsonInside(text), undefined)
  })
})
