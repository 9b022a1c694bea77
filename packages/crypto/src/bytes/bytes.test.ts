import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runInNewContext } from 'node:vm'
import { base64ToBytes, bytesToBase64, bytesToHex, equalBytes, generateSm2KeyPair, hexToBytes } from '@nationec/crypto'
import fc from 'fast-check'
import { throwsCode, untyped } from '../fixtures/errors.ts'

const runs = { seed: 20_261_101, numRuns: 300 }
const bytes = fc.uint8Array({ maxLength: 70 })

describe('hexadecimal', () => {
  it('reads what it wrote, in either case', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const text = bytesToHex(value)
        assert.equal(text, Buffer.from(value).toString('hex'))
        assert.deepEqual(hexToBytes(text), value)
        assert.deepEqual(hexToBytes(text.toUpperCase()), value)
      }),
      runs,
    )
  })

  it('refuses everything else', () => {
    const wrong = [
      '0',
      'abc',
      'zz',
      '0x',
      '0g',
      ' 00',
      '00 ',
      '0 0 ',
      '00\n',
      '0\u0660',
      'ａｂ',
      '-1',
      '+1',
      '\u0130\u0130',
    ]
    for (const text of wrong) throwsCode(() => hexToBytes(text), 'CRYPTO_ENCODING_INVALID', text)
    for (const value of [undefined, null, 12, [], new Uint8Array(2)]) {
      throwsCode(() => hexToBytes(untyped(value)), 'CRYPTO_ENCODING_INVALID')
    }
    throwsCode(() => bytesToHex(untyped('00')), 'CRYPTO_BYTES_EXPECTED')
  })

  it('takes exactly the texts of the right digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6 }), (text) => {
        const right = /^([0-9a-fA-F]{2})*$/.test(text)
        if (right) assert.equal(bytesToHex(hexToBytes(text)), text.toLowerCase())
        else throwsCode(() => hexToBytes(text), 'CRYPTO_ENCODING_INVALID')
      }),
      runs,
    )
  })
})

describe('Base64', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const text = bytesToBase64(value)
        assert.equal(text, Buffer.from(value).toString('base64'))
        assert.deepEqual(base64ToBytes(text), value)
      }),
      runs,
    )
  })

  it('has one text for each value: what it reads, it writes the same', () => {
    const letters = fc.constantFrom(...'ABCDwxyz0189+/=-_ ')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 9 }), (characters) => {
        const text = characters.join('')
        let value: Uint8Array
        try {
          value = base64ToBytes(text)
        } catch {
          return
        }
        assert.equal(bytesToBase64(value), text)
      }),
      { ...runs, numRuns: 2_000 },
    )
  })

  it('refuses spaces, wrong padding, unused bits and the alphabet of URLs', () => {
    for (const text of [
      'A',
      'AA',
      'AAA',
      'A===',
      '====',
      'AA=A',
      'AB==',
      'AAB=',
      'AA==\n',
      ' AAAA',
      'AA AA',
      '-_-_',
      'AAAA=',
    ]) {
      throwsCode(() => base64ToBytes(text), 'CRYPTO_ENCODING_INVALID', text)
    }
    throwsCode(() => base64ToBytes(untyped(undefined)), 'CRYPTO_ENCODING_INVALID')
    throwsCode(() => bytesToBase64(untyped('AA==')), 'CRYPTO_BYTES_EXPECTED')
  })
})

describe('equality', () => {
  it('is that of every byte', () => {
    fc.assert(
      fc.property(bytes, bytes, (left, right) => {
        assert.equal(equalBytes(left, right), Buffer.from(left).equals(right))
        assert.equal(equalBytes(left, left.slice()), true)
        const changed = left.map((byte, index) => (index === left.length - 1 ? byte ^ 0x80 : byte))
        assert.equal(equalBytes(left, changed), left.length === 0)
      }),
      runs,
    )
  })

  it('is asked of bytes only', () => {
    throwsCode(() => equalBytes(untyped('a'), untyped('a')), 'CRYPTO_BYTES_EXPECTED')
    throwsCode(() => equalBytes(new Uint8Array(1), untyped([0])), 'CRYPTO_BYTES_EXPECTED')
  })
})

describe('bytes of another realm', () => {
  it('are bytes: test runners hand them over', () => {
    const foreign = runInNewContext('Uint8Array.from([0x61, 0x62, 0x63])')
    assert.equal(bytesToHex(foreign), '616263')
    const { privateKey, publicKey } = generateSm2KeyPair({
      random: (length) => runInNewContext(`new Uint8Array(${length}).fill(7)`),
    })
    const signature = privateKey.sign(foreign, { userId: foreign })
    const copy = runInNewContext(`Uint8Array.from([${[...signature]}])`)
    assert.equal(publicKey.verify(foreign, copy, { userId: foreign }), true)
  })
})
