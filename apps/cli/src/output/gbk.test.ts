// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { encodeGbk } from './gbk.ts'

const decode = (bytes: Uint8Array): string => new TextDecoder('gbk').decode(bytes)

describe('text as GBK', () => {
  it('is what a code-page-936 console expects', () => {
    assert.deepEqual([...encodeGbk('中a，')], [0xd6, 0xd0, 0x61, 0xa3, 0xac])
  })

  it('has a question mark for what GBK lacks', () => {
    assert.equal(decode(encodeGbk('a😀é\u3400b')), 'a?éb'.replace('é', 'é?'))
  })

  it('keeps every Chinese character of the common plane, and any ASCII', () => {
    const character = fc.oneof(
      fc.string({ maxLength: 3 }).map(plain),
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
    )
    fc.assert(
      fc.property(fc.array(character), (parts) => decode(encodeGbk(parts.join(''))) === parts.join('')),
      { numRuns: 200, seed: 936 },
    )
  })
})

function plain(text: string): string {
  return [...text].filter((character) => character < '\u0080').join('')
}
