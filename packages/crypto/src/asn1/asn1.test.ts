import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DerReader, NotDer } from './der-reader.ts'
import { element, integerElement } from './der-writer.ts'
import { readPkcs8, readSpki, writePkcs8, writeSpki } from './key-documents.ts'
import { signatureFromDer, signatureToDer } from './signature.ts'

const runs = { seed: 20_261_105, numRuns: 500 }
const raw = fc.uint8Array({ minLength: 64, maxLength: 64 })
const anyBytes = fc.uint8Array({ maxLength: 80 })

describe('DER', () => {
  it('reads what it wrote, with lengths of every form', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const content = new Uint8Array(length).fill(7)
      const reader = new DerReader(element(0x04, content))
      assert.deepEqual(reader.content(0x04), content)
      reader.end()
    }
  })

  it('has one encoding for each signature', () => {
    fc.assert(
      fc.property(raw, fc.nat(40), (bytes, zeros) => {
        const padded = bytes.map((byte, index) => (index < zeros ? 0 : byte))
        const der = signatureToDer(padded)
        assert.deepEqual(signatureFromDer(der), padded)
        assert.equal(signatureFromDer(Uint8Array.from([...der, 0])), undefined)
        assert.equal(signatureFromDer(der.subarray(0, -1)), undefined)
      }),
      runs,
    )
  })

  it('takes of all bytes only those that it would write itself', () => {
    const almost = fc.tuple(raw, fc.nat(71), fc.nat(255)).map(([bytes, at, value]) => {
      const der = signatureToDer(bytes)
      return der.map((byte, index) => (index === at ? value : byte))
    })
    fc.assert(
      fc.property(fc.oneof(anyBytes, almost), (bytes) => {
        const signature = signatureFromDer(bytes)
        if (signature !== undefined) assert.deepEqual(signatureToDer(signature), bytes)
      }),
      { ...runs, numRuns: 3_000 },
    )
  })

  it('never throws anything but that it is not DER', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(255), (bytes, tag) => {
        for (const work of [
          (reader: DerReader) => reader.content(tag),
          (reader: DerReader) => reader.inside(0x30),
          (reader: DerReader) => reader.integer(),
          (reader: DerReader) => reader.end(),
        ]) {
          try {
            work(new DerReader(bytes))
          } catch (error) {
            assert.ok(error instanceof NotDer)
          }
        }
      }),
      runs,
    )
  })

  it('writes the shortest positive INTEGER', () => {
    const hex = (bytes: readonly number[]): string =>
      Buffer.from(integerElement(Uint8Array.from(bytes))).toString('hex')
    assert.equal(hex([0]), '020100')
    assert.equal(hex([0, 0, 1]), '020101')
    assert.equal(hex([0x80]), '02020080')
    assert.equal(hex([0, 0x80]), '02020080')
    assert.equal(hex([0x7f, 0xff]), '02027fff')
  })
})

describe('key documents', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), raw, (scalar, point) => {
        const encoded = Uint8Array.from([4, ...point])
        assert.deepEqual(readPkcs8(writePkcs8(scalar, encoded)), { scalar, point: encoded })
        assert.deepEqual(readSpki(writeSpki(encoded)), encoded)
      }),
      runs,
    )
  })

  it('are refused, never read wrongly, when a byte of their frame is changed or missing', () => {
    const scalar = new Uint8Array(32).fill(5)
    const point = new Uint8Array(65).fill(4)
    const document = writePkcs8(scalar, point)
    for (let at = 0; at < 36; at += 1) {
      assert.equal(readPkcs8(document.map((byte, index) => (index === at ? byte ^ 1 : byte))), undefined, `byte ${at}`)
    }
    for (let length = 0; length < document.length; length += 1) {
      assert.equal(readPkcs8(document.subarray(0, length)), undefined)
    }
  })
})
