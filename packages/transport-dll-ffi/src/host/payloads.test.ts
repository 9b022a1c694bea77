import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { encodeCall, readCall } from './call-frame.ts'
import { readFault, writeFault } from './fault.ts'
import { HEADER_BYTES } from './frames.ts'
import { readHello } from './hello.ts'
import { readResult, writeResult } from './result-frame.ts'

const u32 = fc.nat(0xffff_ffff)
const bytes = fc.uint8Array({ maxLength: 200 })

describe('the payloads of the frames', () => {
  it('carry calls', () => {
    fc.assert(
      fc.property(u32, bytes, bytes, (id, url, text) => {
        assert.deepEqual(readCall(encodeCall(id, { url, text }).subarray(HEADER_BYTES)), { url, text })
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('carry results', () => {
    const returnValue = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
    const result = fc.record(
      { flags: u32, microseconds: u32, returnValue, returned: bytes, out: bytes },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(result, (sample) => assert.deepEqual(readResult(writeResult(sample)), sample)),
      { numRuns: 200, seed: 2 },
    )
  })

  it('carry faults', () => {
    const fault = fc.record(
      { cause: u32, code: u32, access: u32, place: u32, phase: u32, distance: u32 },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(fault, (sample) => assert.deepEqual(readFault(writeFault(sample)), sample)),
      { numRuns: 200, seed: 3 },
    )
  })

  it('never throw on bytes that are something else', () => {
    fc.assert(
      fc.property(bytes, (sample) => {
        for (const read of [readCall, readResult, readFault, readHello]) read(sample)
      }),
      { numRuns: 500, seed: 4 },
    )
  })

  it('give harmless values for what a greeting lacks', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const hello = readHello(new TextEncoder().encode(json))
        if (hello === undefined) return
        assert.equal(typeof hello.protocol, 'number')
        assert.equal(typeof hello.loaded, 'boolean')
        assert.equal(typeof hello.version, 'string')
      }),
      { numRuns: 300, seed: 5 },
    )
  })
})
