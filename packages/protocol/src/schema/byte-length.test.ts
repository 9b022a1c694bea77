import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { byteLength } from '@nationec/protocol'

/** Every pair of bytes that GB18030 reads as one character, and that character. */
function pairs(): [bytes: number, character: string][] {
  const decoder = new TextDecoder('gb18030')
  const found: [number, string][] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (trail !== 0x7f && [...character].length === 1 && character !== '\ufffd') found.push([2, character])
    }
  }
  return found
}

describe('the bytes of GB18030', () => {
  it('are exact for what names of people, drugs and hospitals are written in', () => {
    const name = '市一院（城南）“维生素Ｃ”、滴眼液：５％　《附》·—…￥'
    assert.equal(byteLength(name, 'gb18030'), 2 * name.length)
    assert.equal(byteLength('A1-', 'gb18030'), 3)
  })

  it('are never counted too low', () => {
    const two = pairs()
    assert.ok(two.length > 20_000)
    for (const [bytes, character] of two) assert.ok(byteLength(character, 'gb18030') >= bytes)
    const known = new Set(two.map(([, character]) => character))
    for (let unit = 0x80; unit < 0xd800; unit += 1) {
      const character = String.fromCharCode(unit)
      if (byteLength(character, 'gb18030') === 2) assert.ok(known.has(character), unit.toString(16))
    }
    for (let unit = 0xf900; unit < 0xffff; unit += 1) {
      const character = String.fromCharCode(unit)
      if (byteLength(character, 'gb18030') === 2) assert.ok(known.has(character), unit.toString(16))
    }
    assert.equal(byteLength('𠮷', 'gb18030'), 4)
  })
})
