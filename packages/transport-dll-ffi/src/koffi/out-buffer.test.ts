import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { resultFlag } from '../result/library-result.ts'
import { createOutBuffer, OUT_BYTES } from './out-buffer.ts'

/** What is found after a library has written. */
function after(write: (bytes: Uint8Array) => void) {
  const buffer = createOutBuffer()
  buffer.prepare()
  write(buffer.bytes)
  const { text, flags, overrun } = buffer.take()
  return { text: new TextDecoder().decode(text), flags, overrun }
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the OutData of koffi', () => {
  it('tells what a library did', () => {
    const { outUnchanged, outEmpty, outAppended, outUnterminated } = resultFlag
    assert.deepEqual(
      after(() => {}),
      { text: '', flags: outUnchanged, overrun: 0 },
    )
    assert.deepEqual(
      after((bytes) => bytes.set([0])),
      { text: '', flags: outEmpty, overrun: 0 },
    )
    assert.deepEqual(
      after((bytes) => bytes.set(ascii('ok\0rest'))),
      { text: 'ok', flags: 0, overrun: 0 },
    )
    assert.deepEqual(
      after((bytes) => bytes.set(ascii('appended\0'), 1)),
      { text: 'appended', flags: outAppended, overrun: 0 },
    )
    const full = after((bytes) => bytes.fill(0x78, 0, OUT_BYTES))
    assert.deepEqual([full.text.length, full.flags, full.overrun], [OUT_BYTES, outUnterminated, 0])
  })

  it('sees what was written behind it', () => {
    assert.equal(after((bytes) => bytes.set([0], OUT_BYTES)).overrun, 1)
    assert.equal(after((bytes) => bytes.fill(0, OUT_BYTES, OUT_BYTES + 4096)).overrun, 4096)
  })

  it('is wiped after each call', () => {
    const buffer = createOutBuffer()
    buffer.prepare()
    buffer.bytes.set(ascii('somebody'))
    buffer.take()
    assert.ok(buffer.bytes.subarray(0, OUT_BYTES).every((byte) => byte === 0))
  })
})
