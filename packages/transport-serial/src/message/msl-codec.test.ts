import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { anyMessage } from '../fixtures/arbitrary-message.ts'
import { TEXT_MOST } from './limits.ts'
import type { ReceivedMessage } from './message.ts'
import { MessageFault } from './message-fault.ts'
import { mslCodec } from './msl-codec.ts'

const deflate = { brotli: false, compress: true }
const ID = '00112233445566778899aabbccddeeff'

describe('the message form', () => {
  it('gives back any messages, whatever pieces they come in', () => {
    const settings = fc.record({ brotli: fc.boolean(), compress: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(anyMessage, { maxLength: 4 }),
        settings,
        fc.array(fc.nat(), { maxLength: 8 }),
        (messages, how, cuts) => {
          const bytes = Buffer.concat(messages.map((message) => mslCodec.encode(message, how)))
          assert.deepEqual(readPieces(bytes, cuts), messages)
        },
      ),
      { numRuns: 200, seed: 5 },
    )
  })

  it('carries the largest text either way, compressible or not', () => {
    for (const text of ['药'.repeat(TEXT_MOST / 3), noise(TEXT_MOST)]) {
      for (const brotli of [false, true]) {
        const message = { kind: 'result', id: ID, madeAt: 1, text, signature: new Uint8Array(64) } as const
        const [read] = mslCodec.decoder().push(mslCodec.encode(message, { brotli, compress: true }))
        assert.ok(read?.kind === 'result' && read.text === text)
      }
    }
  })

  it('makes a repetitive text short, and an incompressible one no longer than it is', () => {
    const length = (text: string): number =>
      mslCodec.encode({ kind: 'push', id: ID, madeAt: 1, text, signature: new Uint8Array(64) }, deflate).length
    assert.ok(length('明细'.repeat(10_000)) < 1_000)
    assert.ok(length(noise(5_000)) <= 32 + 64 + 2 + 5_000)
  })

  it('throws nothing but its own fault, whatever bytes come, and quotes nothing', () => {
    const header = fc
      .tuple(
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 3 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.nat(9),
        fc.nat(3_000),
        fc.nat(3_000),
      )
      .map(([kind, encoding, id, extra, raw, body]) => {
        const bytes = Buffer.alloc(32)
        bytes.set([kind, encoding, 1, 0])
        bytes.set(id, 4)
        bytes.writeUInt32BE(extra, 20)
        bytes.writeUInt32BE(raw, 24)
        bytes.writeUInt32BE(body, 28)
        return bytes
      })
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.tuple(header, fc.uint8Array({ maxLength: 4_000 })).map(([head, rest]) => Buffer.concat([head, rest])),
    )
    fc.assert(fc.property(any, fc.array(fc.nat(), { maxLength: 3 }), neverThrowsForeign), { numRuns: 500, seed: 6 })
  })

  it('survives any change of one byte in a good message, or says that it is none', () => {
    const good = mslCodec.encode(
      {
        kind: 'request',
        id: ID,
        madeAt: 5,
        url: 'http://a',
        text: '{"a":"费用"}'.repeat(20),
        signature: new Uint8Array(64),
      },
      deflate,
    )
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => neverThrowsForeign(good.with(at, value), [])),
      { numRuns: 500, seed: 7 },
    )
  })

  it('refuses a body that grows beyond what its header announces, before it has grown', () => {
    const zeros = new Uint8Array(64_000_000)
    for (const [encoding, packed] of [
      [1, deflateRawSync(zeros)],
      [2, brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ] as const) {
      const bomb = withBody(encoding, 1_000, packed)
      const before = process.memoryUsage().rss
      assert.equal(poisonOf(bomb), 'MESSAGE_BODY_INVALID')
      assert.ok(process.memoryUsage().rss - before < 40_000_000)
    }
  })

  it('sets no memory aside for a header beyond the limits', () => {
    assert.throws(
      () => mslCodec.decoder().push(withBody(1, 100, new Uint8Array(0), 0xffff_ffff)),
      isFault('MESSAGE_TOO_LARGE'),
    )
    assert.equal(poisonOf(withBody(1, 0xffff_ffff, new Uint8Array(0))), 'MESSAGE_TOO_LARGE')
  })

  it('passes a body over that is too long, without keeping it, and reads what follows', () => {
    const decoder = mslCodec.decoder()
    const head = withBody(0, 4_000_000, new Uint8Array(0), 64 + 4_000_000)
    const before = process.memoryUsage().arrayBuffers
    const got = [...decoder.push(head)]
    const piece = new Uint8Array(16_000)
    for (let sent = 0; sent < 4_000_000; sent += piece.length) got.push(...decoder.push(piece))
    assert.ok(process.memoryUsage().arrayBuffers - before < 1_000_000)
    got.push(...decoder.push(mslCodec.encode({ kind: 'push-ack', id: ID }, deflate)))
    assert.deepEqual(
      got.map((message) => (message.kind === 'poisoned' ? message.reason : message.kind)),
      ['MESSAGE_TOO_LARGE', 'push-ack'],
    )
  })

  it('refuses a text over 900K even if its body is short', () => {
    const raw = new Uint8Array(2 + TEXT_MOST + 1).fill(0x20)
    raw.set([0, 0])
    assert.equal(poisonOf(withBody(1, raw.length, deflateRawSync(raw))), 'MESSAGE_TOO_LARGE')
  })

  it('refuses a packed body with bytes behind its end', () => {
    const raw = Buffer.concat([Uint8Array.of(0, 0), Buffer.from('费用'.repeat(100))])
    for (const [encoding, packed] of [
      [1, deflateRawSync(raw)],
      [2, brotliCompressSync(raw)],
    ] as const) {
      const [good] = mslCodec.decoder().push(withBody(encoding, raw.length, packed))
      assert.equal(good?.kind, 'result')
      const longer = Buffer.concat([packed, Buffer.from('extra')])
      assert.equal(poisonOf(withBody(encoding, raw.length, longer)), 'MESSAGE_BODY_INVALID')
    }
  })

  it('refuses a result with an address', () => {
    const raw = Uint8Array.of(0, 1, 0x61, 0x62)
    assert.equal(poisonOf(withBody(0, raw.length, raw)), 'MESSAGE_BODY_INVALID')
  })

  it('refuses bytes that are no text', () => {
    const raw = Uint8Array.of(0, 0, 0xc3, 0x28)
    assert.equal(poisonOf(withBody(0, raw.length, raw)), 'MESSAGE_NOT_TEXT')
  })
})

function withBody(
  encoding: number,
  rawLength: number,
  packed: Uint8Array,
  bodyLength = 64 + packed.length,
): Uint8Array {
  const bytes = Buffer.alloc(32 + 64 + packed.length)
  bytes.set([2, encoding, 1, 0])
  bytes.writeUInt32BE(rawLength, 24)
  bytes.writeUInt32BE(bodyLength, 28)
  bytes.set(packed, 96)
  return bytes
}

/** Why a text is refused, alone: the message behind it is read. */
function poisonOf(bytes: Uint8Array): string {
  const next = mslCodec.encode({ kind: 'push-ack', id: ID }, deflate)
  const [message, other] = mslCodec.decoder().push(Buffer.concat([bytes, next]))
  assert.equal(other?.kind, 'push-ack')
  assert.ok(message?.kind === 'poisoned' && message.of === 'result')
  return message.reason
}

function isFault(reason: string) {
  return (error: unknown): boolean => error instanceof MessageFault && error.reason === reason
}

function neverThrowsForeign(bytes: Uint8Array, cuts: readonly number[]): void {
  try {
    readPieces(bytes, cuts)
  } catch (error) {
    assert.ok(error instanceof MessageFault)
    assert.equal(error.message, error.reason)
  }
}

function readPieces(bytes: Uint8Array, cuts: readonly number[]): ReceivedMessage[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  const decoder = mslCodec.decoder()
  return places.slice(1).flatMap((end, index) => [...decoder.push(bytes.subarray(places[index], end))])
}

/** Letters without a pattern. */
function noise(length: number): string {
  let state = 7
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return String.fromCharCode(33 + ((state >>> 16) % 94))
  }).join('')
}
