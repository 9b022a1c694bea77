import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { maskPersonal, maskText } from './mask.ts'
import { isJson, rewriteJson } from './rewrite-json.ts'

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

describe('maskPersonal', () => {
  it('hides persons and tokens, in any spelling, also in JSON inside a string', () => {
    const nested = JSON.stringify({ userName: '张三', cnt: '1.5', psn_no: 7, list: [{ idNo: 'a' }] })
    const text = JSON.stringify({ orgId: 'H1', ecToken: 't', data: nested, extra: { psn_name: ['李四'] }, idNo: null })
    assert.equal(
      maskText(text, maskPersonal),
      JSON.stringify({
        orgId: 'H1',
        ecToken: '***',
        data: JSON.stringify({ userName: '***', cnt: '1.5', psn_no: '***', list: [{ idNo: '***' }] }),
        extra: { psn_name: ['***'] },
        idNo: null,
      }),
    )
  })

  it('hides a text that is not JSON as a whole', () => {
    assert.equal(maskText('患者张三', maskPersonal), '***')
  })

  it('changes nothing that is masked already', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `{"userName":${json},"data":${JSON.stringify(`{"idNo":${json}}`)},"rest":${json}}`
        const once = maskText(text, maskPersonal)
        assert.equal(maskText(once, maskPersonal), once)
        assert.ok(isJson(once))
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('hides everything when a mask fails', () => {
    assert.equal(
      maskText('{"a":1}', () => {
        throw new Error('a bad mask')
      }),
      '***',
    )
  })
})
