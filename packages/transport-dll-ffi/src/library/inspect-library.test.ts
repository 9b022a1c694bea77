// @needs cc
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { makeMacho } from '../fixtures/make-macho.ts'
import { makePe } from '../fixtures/make-pe.ts'
import { buildNative } from '../fixtures/native-build.ts'
import { readImage } from './inspect-library.ts'

const own = readFileSync(buildNative().library)
const pe32 = makePe({
  bits: 32,
  imports: ['KERNEL32.dll', 'HeaSecReadInfo.dll'],
  exports: ['NationEcTrans', 'Other'],
  version: [1, 0, 2, 7],
})

describe('the header of a library', () => {
  it('of Windows, 32 bits', () => {
    assert.deepEqual(readImage(pe32), {
      ...{ format: 'pe', bits: 32, machine: 'x86', machines: ['x86'] },
      imports: ['KERNEL32.dll', 'HeaSecReadInfo.dll'],
      exports: ['NationEcTrans', 'Other'],
      fileVersion: '1.0.2.7',
    })
  })

  it('of Windows, 64 bits and other processors', () => {
    const image = readImage(makePe({ bits: 64, exports: ['_NationEcTrans@12'] }))
    assert.deepEqual([image?.bits, image?.machine, image?.exports], [64, 'x64', ['_NationEcTrans@12']])
    assert.equal(readImage(makePe({ bits: 64, machine: 0xaa64 }))?.machine, 'arm64')
    assert.equal(readImage(makePe({ bits: 32, machine: 0x200 }))?.machine, 'other')
  })

  it('of this system, as its compiler made it', () => {
    const image = readImage(own)
    assert.ok(image !== undefined)
    assert.equal(image.bits, 64)
    assert.ok(image.exports.includes('NationEcTrans'))
    assert.ok(image.imports.length > 0)
  })

  it('of macOS, for one processor and for two', () => {
    const one = makeMacho({
      machine: 0x0100_000c,
      imports: ['/usr/lib/libSystem.B.dylib'],
      exports: ['_NationEcTrans'],
    })
    assert.deepEqual(readImage(one), {
      ...{ format: 'macho', bits: 64, machine: 'arm64', machines: ['arm64'], fileVersion: undefined },
      imports: ['/usr/lib/libSystem.B.dylib'],
      exports: ['NationEcTrans'],
    })
    const other = makeMacho({ machine: 0x0100_0007, imports: [], exports: [] })
    const both = new Uint8Array(48 + one.length + other.length)
    const view = new DataView(both.buffer)
    for (const [at, number] of [
      0xcafebabe,
      2,
      0,
      0,
      48,
      one.length,
      0,
      0,
      0,
      48 + one.length,
      other.length,
    ].entries()) {
      view.setUint32(at * 4, number)
    }
    both.set(one, 48)
    both.set(other, 48 + one.length)
    const image = readImage(both)
    assert.deepEqual([image?.bits, image?.machine, image?.machines], [0, 'universal', ['arm64', 'x64']])
  })

  it('is not seen in what is none', () => {
    for (const text of ['', 'MZ', '\x7fELF', '\xcf\xfa\xed\xfe', 'a text', '\xca\xfe\xba\xbe\0\0\0\x34']) {
      assert.equal(readImage(Uint8Array.from(text, (character) => character.charCodeAt(0))), undefined)
    }
  })

  it('is read or refused, and never throws, whatever was changed in it or cut off', () => {
    const samples = [
      pe32,
      makePe({ bits: 64, imports: ['a.dll'], exports: ['b'] }),
      own.subarray(0, 16_384),
      makeMacho({ machine: 7, imports: ['x'], exports: ['_y'] }),
    ]
    const change = fc.tuple(fc.nat(16_383), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)))
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(change, { maxLength: 30 }),
        fc.nat(16_384),
        (sample, changes, length) => {
          const bytes = sample.slice()
          // Most changes go into the headers, where they matter.
          for (const [at, value] of changes)
            bytes[at % Math.min(bytes.length, at % 2 === 0 ? 512 : bytes.length)] = value
          readImage(bytes)
          readImage(bytes.subarray(0, length))
        },
      ),
      { numRuns: 3_000, seed: 32 },
    )
  })
})
