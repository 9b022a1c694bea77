import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { byteLength } from '@nationec/protocol'
import { encodeGb18030 } from '@nationec/protocol/gb18030'

describe('the bytes of GB18030', () => {
  it('are exact for what names of people, drugs and hospitals are written in, and for every other sign', () => {
    const name = '市一院（城南）“维生素Ｃ”、滴眼液：５％　《附》·—…￥αβγμ℃±×÷≤≥Ⅲ①'
    assert.equal(byteLength(name, 'gb18030'), 2 * name.length)
    assert.equal(byteLength('A1-', 'gb18030'), 3)
    assert.equal(byteLength('𠮷', 'gb18030'), 4)
  })

  it('are those that are sent, for each character of the basic plane', () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit)
      const sent = encodeGb18030(character)
      if (byteLength(character, 'gb18030') !== (sent?.length ?? 4)) assert.fail(unit.toString(16))
    }
  })
})
