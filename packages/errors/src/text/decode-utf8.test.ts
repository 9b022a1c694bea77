import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { decodeUtf8 } from './decode-utf8.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

it('gives back every text that was encoded, with its mark at the start', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(decodeUtf8(encode(text)), text)))
  assert.equal(decodeUtf8(encode('\u{feff}{}')), '\u{feff}{}')
})

it('gives nothing for bytes that are no UTF-8', () => {
  for (const bytes of [[0xff], [0xe5, 0x8c], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x41, 0x80]])
    assert.equal(decodeUtf8(Uint8Array.from(bytes)), undefined, String(bytes))
})
