import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createChannelPair, type Interceptor, type PairOptions } from '../fixtures/channel-pair.ts'
import { testKeys } from '../fixtures/test-keys.ts'

const keys = testKeys()
const stranger = testKeys()

describe('the handshake of the channel', () => {
  it('takes four packets and at most 400 bytes, and both sides are open', () => {
    const pair = shake()
    const lengths = pair.sent.map(({ packet }) => packet.bytes.length)
    assert.deepEqual(lengths, [69, 191, 124, 13])
    for (const side of ['institution', 'terminal'] as const) {
      assert.deepEqual(
        pair.events[side].map(({ type }) => type),
        ['open'],
      )
    }
  })

  it('tells each side what the other said of itself', () => {
    const [event] = shake().events.institution
    assert.ok(event?.type === 'open')
    assert.deepEqual([...event.peerOptions], [1, 1, 0, 0, 0, 0, 0, 0])
    assert.deepEqual([...event.bootId], [1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('never repeats itself: no byte of randomness is used twice', () => {
    const [one, two] = [shake(), shake()]
    one.sent.forEach(({ packet }, index) => {
      assert.notDeepEqual(packet.bytes, two.sent[index]?.packet.bytes)
    })
  })

  it('ends with a reason on both sides when any bit of it is changed', () => {
    const lengths = [69, 191, 124, 13]
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 3 })
          .chain((message) =>
            fc.tuple(fc.constant(message), fc.nat((lengths[message] ?? 1) - 1), fc.integer({ min: 1, max: 255 })),
          ),
        ([message, at, change]) => {
          const pair = shake({
            intercept: (packet, _from, index) => [
              index === message ? { ...packet, bytes: flip(packet.bytes, at, change) } : packet,
            ],
          })
          if (message < 3) assertClosed(pair)
          else assert.notEqual(pair.endOf('institution'), undefined)
          assert.ok(!pair.events.institution.some(({ type }) => type === 'open'))
        },
      ),
      { numRuns: 60, seed: 1 },
    )
  })

  it('ends when a message of it is cut, longer, repeated, left out for another or sent back', () => {
    const faults: Record<string, (message: number) => Interceptor> = {
      cut: (message) => (packet, _from, index) => [
        index === message ? { ...packet, bytes: packet.bytes.slice(0, -1) } : packet,
      ],
      empty: (message) => (packet, _from, index) => [
        index === message ? { ...packet, bytes: new Uint8Array(0) } : packet,
      ],
      longer: (message) => (packet, _from, index) => [
        index === message ? { ...packet, bytes: Uint8Array.of(...packet.bytes, 0) } : packet,
      ],
      repeated: (message) => (packet, _from, index) => (index === message ? [packet, packet] : [packet]),
      'on the other stream': (message) => (packet, _from, index) => [
        index === message ? { ...packet, stream: 'data' } : packet,
      ],
    }
    for (const [name, fault] of Object.entries(faults)) {
      for (let message = 0; message < 4; message += 1) {
        const pair = shake({ intercept: fault(message) })
        const ends = [pair.endOf('institution'), pair.endOf('terminal')]
        assert.ok(
          ends.some((reason) => reason !== undefined),
          `${name}, message ${message}`,
        )
      }
    }
  })

  it('ends when a side hears itself', () => {
    const pair = createChannelPair(keys)
    pair.intercept = (packet, from) => {
      pair.deliver(from, packet)
      return []
    }
    pair.start()
    assert.equal(pair.endOf('institution'), 'HANDSHAKE_UNEXPECTED')
  })

  it('refuses a terminal that does not hold the pinned key', () => {
    const pair = shake({ terminal: stranger.terminal })
    assert.equal(pair.endOf('terminal'), 'PEER_KEY_UNKNOWN')
    assert.equal(pair.endOf('institution'), 'REFUSED_BY_PEER')
  })

  it('refuses a terminal that answers for the pinned key with another', () => {
    // The impostor hears a hello that names its own key, and answers it; the institution asked for another.
    const impostor = createChannelPair({
      institution: { ...keys.institution, terminal: stranger.institution.terminal },
      terminal: stranger.terminal,
    })
    impostor.start()
    const pair = createChannelPair({ institution: keys.institution, terminal: stranger.terminal })
    pair.intercept = () => []
    pair.start()
    const answer = impostor.sent[1]?.packet
    assert.ok(answer !== undefined)
    pair.deliver('institution', answer)
    assert.equal(pair.endOf('institution'), 'HANDSHAKE_UNREADABLE')
  })

  it('refuses an institution that is not pinned, and shows it nothing but the refusal', () => {
    const pair = shake({ institution: { ...stranger.institution, terminal: keys.institution.terminal } })
    assert.equal(pair.endOf('terminal'), 'PEER_KEY_UNKNOWN')
    assert.equal(pair.endOf('institution'), 'REFUSED_BY_PEER')
    assert.ok(!pair.events.institution.some(({ type }) => type === 'open'))
    assert.deepEqual([...(pair.sent.at(-1)?.packet.bytes ?? [])], [0xe5])
  })

  it('cannot be replayed to a terminal', () => {
    const recorded = shake()
    const pair = createChannelPair(keys)
    pair.channels.terminal.start(0)
    pair.intercept = () => []
    for (const { from, packet } of recorded.sent) if (from === 'institution') pair.deliver('terminal', packet)
    assert.equal(pair.endOf('terminal'), 'HANDSHAKE_UNREADABLE')
  })

  it('refuses an edition and a profile that it does not know', () => {
    const withByte =
      (message: number, at: number, value: number): Interceptor =>
      (packet, _from, index) => [index === message ? { ...packet, bytes: packet.bytes.with(at, value) } : packet]
    assert.equal(shake({ intercept: withByte(0, 1, 2) }).endOf('terminal'), 'VERSION_UNSUPPORTED')
    assert.equal(shake({ intercept: withByte(0, 3, 9) }).endOf('terminal'), 'PROFILE_UNSUPPORTED')
    assert.equal(shake({ intercept: withByte(1, 1, 2) }).endOf('institution'), 'VERSION_UNSUPPORTED')
    assert.equal(shake({ intercept: withByte(1, 2, 9) }).endOf('institution'), 'PROFILE_UNSUPPORTED')
  })

  it('ends when one side was told other versions of the link than were offered', () => {
    for (const terminalSees of [
      { own: [1, 1], peer: [1, 2] },
      { own: [1, 2], peer: [1, 1] },
    ] as const) {
      const pair = shake({ terminalSees })
      assert.equal(pair.endOf('institution'), 'HANDSHAKE_UNREADABLE')
      assert.equal(pair.endOf('terminal'), 'REFUSED_BY_PEER')
    }
  })

  it('refuses a word of the terminal that does not fit', () => {
    const changed: Interceptor = (packet, _from, index) => [
      index === 3 ? { ...packet, bytes: flip(packet.bytes, 5, 1) } : packet,
    ]
    assert.equal(shake({ intercept: changed }).endOf('institution'), 'HANDSHAKE_FINISHED_WRONG')
  })

  it('refuses a one-time key that is no point', () => {
    const bad: Interceptor = (packet, _from, index) => [
      index === 0 ? { ...packet, bytes: packet.bytes.map((byte, at) => (at >= 21 && at < 53 ? 0xff : byte)) } : packet,
    ]
    assert.equal(shake({ intercept: bad }).endOf('terminal'), 'EPHEMERAL_KEY_INVALID')
  })

  it('never throws and never opens, whatever bytes come', () => {
    const start = fc.constantFrom(0xe1, 0xe2, 0xe3, 0xe4, 0x01, 0x00)
    const bytes = fc
      .tuple(start, fc.uint8Array({ maxLength: 300 }))
      .map(([first, rest]) => Uint8Array.of(first, ...rest))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('control' as const, 'data' as const), bytes), { maxLength: 4 }),
        (packets) => {
          for (const side of ['institution', 'terminal'] as const) {
            const pair = createChannelPair(keys)
            pair.intercept = () => []
            pair.channels[side].start(0)
            for (const [stream, given] of packets) pair.deliver(side, { stream, bytes: given })
            assert.ok(pair.events[side].every(({ type }) => type === 'closed'))
          }
        },
      ),
      { numRuns: 30, seed: 2 },
    )
  })
})

function shake(changes: Partial<PairOptions> = {}) {
  const pair = createChannelPair({ ...keys, ...changes })
  pair.start()
  return pair
}

function assertClosed(pair: ReturnType<typeof shake>): void {
  assert.notEqual(pair.endOf('institution'), undefined)
  assert.notEqual(pair.endOf('terminal'), undefined)
}

function flip(bytes: Uint8Array, at: number, change: number): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ change)
}
