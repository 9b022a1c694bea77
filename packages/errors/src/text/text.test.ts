import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { escapeNonAscii, utf8Length } from '@nationec/errors'
import fc from 'fast-check'

const encoded = (text: string): number => new TextEncoder().encode(text).length

describe('the length of a text in UTF-8', () => {
  it('agrees with the encoder on every text, halves of surrogate pairs among them', () => {
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code))
    const texts = [
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(unit, { maxLength: 50 }).map((all) => all.join('')),
    ]
    for (const text of texts) {
      fc.assert(
        fc.property(text, (sample) => utf8Length(sample) === encoded(sample)),
        { numRuns: 500, seed: 7 },
      )
    }
    assert.equal(utf8Length('\ud800'), 3)
    assert.equal(utf8Length(''), 0)
  })

  it('is right where a long text is counted in pieces', () => {
    // A character of one to four bytes stands across the end of the 64 KiB of the first piece.
    for (const character of ['a', 'é', '医', '𠮷']) {
      for (let before = 65_530; before <= 65_536; before += 1) {
        const text = 'a'.repeat(before) + character.repeat(70_000)
        assert.equal(utf8Length(text), encoded(text), `${before} ${character}`)
      }
    }
  })
})

describe('a JSON text without other characters than ASCII', () => {
  it('is read as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const escaped = escapeNonAscii(JSON.stringify(value))
        assert.match(escaped, /^[\0-\x7f]*$/)
        assert.deepEqual(JSON.parse(escaped), JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 300, seed: 7 },
    )
    assert.equal(escapeNonAscii('"é𠮷"'), String.raw`"\u00e9\ud842\udfb7"`)
  })
})
