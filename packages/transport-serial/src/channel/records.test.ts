import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { concatBytes } from '@nationec/crypto'
import fc from 'fast-check'
import { createChannelPair, type PairOptions } from '../fixtures/channel-pair.ts'
import { testKeys } from '../fixtures/test-keys.ts'
import { randomBytes } from '../message/request-id.ts'
import type { ChannelPacket } from './channel.ts'
import { createInstitutionHandshake } from './institution-handshake.ts'
import { mslChannel } from './msl-channel.ts'
import { createRecordOpener, createRecordSealer, RECORD_CLOSE, usualKeyLife } from './records.ts'
import { createStreamRecords } from './stream-records.ts'

const keys = testKeys()
const secret = (): Uint8Array => Uint8Array.from({ length: 32 }, (_, index) => index)

describe('the records of an open channel', () => {
  it('carry any content of any length unchanged, on both streams and both ways', () => {
    const pair = open()
    const contents = [0, 1, 255, 256, 16_382, 16_383, 16_384, 40_000].map((length) => patterned(length))
    for (const bytes of contents) {
      pair.send('institution', 'data', bytes)
      pair.send('terminal', 'control', bytes)
    }
    assert.deepEqual(concatBytes(...pair.received('terminal')), concatBytes(...contents))
    assert.deepEqual(concatBytes(...pair.received('institution')), concatBytes(...contents))
  })

  it('have lengths that tell only the next multiple of 256', () => {
    fc.assert(
      fc.property(fc.nat(16_383), (length) => {
        const [record] = createRecordSealer(secret(), usualKeyLife, 0).seal(0, 1, new Uint8Array(length))
        assert.equal(record?.length, 4 + 256 * Math.ceil((length + 1) / 256) + 16)
      }),
      { numRuns: 50, seed: 3 },
    )
  })

  it('end the channel when any byte is changed, and release nothing', () => {
    fc.assert(
      fc.property(fc.nat(275), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const sealer = createRecordSealer(secret(), usualKeyLife, 0)
        const [record] = sealer.seal(0, 1, patterned(100))
        assert.ok(record !== undefined)
        assert.throws(() => createRecordOpener(secret()).open(record.with(at, (record[at] ?? 0) ^ change)), {
          name: 'ChannelFault',
        })
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  for (const [name, disturb] of Object.entries<(packets: ChannelPacket[]) => ChannelPacket[]>({
    repeated: ([one, ...rest]) => (one === undefined ? [] : [one, one, ...rest]),
    'left out': ([, ...rest]) => rest,
    'in another order': ([one, two, ...rest]) => (one === undefined || two === undefined ? [] : [two, one, ...rest]),
    'cut short': ([one, ...rest]) => (one === undefined ? [] : [{ ...one, bytes: one.bytes.slice(0, -256) }, ...rest]),
    'on the other stream': ([one, ...rest]) => (one === undefined ? [] : [{ ...one, stream: 'control' }, ...rest]),
  })) {
    it(`end the channel when one is ${name}`, () => {
      const pair = open()
      const held: ChannelPacket[] = []
      pair.intercept = (packet) => {
        held.push(packet)
        return []
      }
      for (const size of [10, 20, 30]) pair.send('institution', 'data', patterned(size))
      for (const packet of disturb(held)) pair.deliver('terminal', packet)
      assert.match(pair.endOf('terminal') ?? '', /^RECORD_/)
      assert.ok(pair.received('terminal').length <= 1, 'something was released after the fault')
    })
  }

  it('are refused by the side that sent them', () => {
    const pair = open()
    pair.intercept = (packet, from) => {
      pair.deliver(from, packet)
      return []
    }
    pair.send('institution', 'data', patterned(10))
    assert.equal(pair.endOf('institution'), 'RECORD_UNREADABLE')
  })

  it('of another session are refused', () => {
    const [one, two] = [open(), open()]
    one.intercept = (packet) => {
      two.deliver('terminal', packet)
      return []
    }
    one.send('institution', 'data', patterned(10))
    assert.equal(two.endOf('terminal'), 'RECORD_UNREADABLE')
  })

  it('may overtake the word that the terminal agrees, and open the channel as well', () => {
    const pair = createChannelPair(keys)
    let ready: ChannelPacket | undefined
    pair.intercept = (packet) => {
      if (packet.bytes[0] !== 0xe4) return [packet]
      ready = packet
      return []
    }
    pair.start()
    assert.deepEqual(pair.events.institution, [])
    pair.send('terminal', 'data', patterned(10))
    assert.deepEqual(
      pair.events.institution.map(({ type }) => type),
      ['open', 'data'],
    )
    assert.ok(ready !== undefined)
    pair.deliver('institution', ready)
    assert.equal(pair.endOf('institution'), undefined)
    pair.deliver('institution', ready)
    assert.equal(pair.endOf('institution'), 'HANDSHAKE_UNEXPECTED')
  })

  it('go on under new keys, and an old record is then refused', () => {
    const pair = open({ channel: { keyLife: { records: 3 } } })
    const before = pair.sent.length
    for (let count = 0; count < 20; count += 1) pair.send('institution', 'data', patterned(count))
    assert.equal(pair.received('terminal').length, 20)
    const records = pair.sent.slice(before).map(({ packet }) => packet)
    assert.deepEqual(
      records.map(({ bytes }) => bytes[3]),
      Array.from({ length: 20 }, (_, index) => Math.floor(index / 3)),
    )
    const [old] = records
    assert.ok(old !== undefined)
    pair.deliver('terminal', old)
    assert.equal(pair.endOf('terminal'), 'RECORD_MALFORMED')
  })

  it('take a new key after so many bytes or so much time, too, and the phase wraps', () => {
    const sealer = createRecordSealer(secret(), { ...usualKeyLife, milliseconds: 10 }, 0)
    const opener = createRecordOpener(secret())
    for (let count = 0; count < 600; count += 1) {
      for (const record of sealer.seal(count * 10, 1, patterned(3))) {
        assert.equal(record[3], count % 256)
        assert.deepEqual(opener.open(record).content, patterned(3))
      }
    }
    const byBytes = createRecordSealer(secret(), { ...usualKeyLife, bytes: 300 }, 0)
    const phases = [0, 1, 2].flatMap(() => byBytes.seal(0, 1, patterned(200)).map((record) => record[3]))
    assert.deepEqual(phases, [0, 0, 1])
  })

  it('say goodbye with proof', () => {
    const pair = open()
    const [goodbye] = pair.channels.institution.close(0)
    assert.ok(goodbye !== undefined)
    pair.deliver('terminal', goodbye)
    assert.equal(pair.endOf('terminal'), 'CLOSED_BY_PEER')
    assert.deepEqual(pair.channels.institution.send(0, 'data', patterned(5)), [])
    assert.deepEqual(pair.channels.terminal.send(0, 'data', patterned(5)), [])
  })

  it('say goodbye on the control stream and with nothing else, or the channel ends as broken', () => {
    for (const [stream, content] of [
      ['data', 0],
      ['control', 5],
    ] as const) {
      const { terminal, records } = besideATerminal()
      const [goodbye] = records.outgoing[stream].seal(0, RECORD_CLOSE, patterned(content))
      assert.ok(goodbye !== undefined)
      const { events } = terminal.receive(0, { stream, bytes: goodbye })
      assert.deepEqual(events, [{ type: 'closed', reason: 'RECORD_MALFORMED' }])
    }
  })
})

/** An open terminal, and the keys of an institution that may do with them what it likes. */
function besideATerminal() {
  const institutions = keys.terminal.institutions.map(({ link }) => link)
  const linkVersions = { own: [1, 1], peer: [1, 1] } as const
  const context = { options: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 1), bootId: new Uint8Array(8), linkVersions }
  const terminal = mslChannel({ role: 'terminal', own: keys.terminal.link, institutions }).create(context)
  const own = { role: 'institution', own: keys.institution.link, terminal: keys.institution.terminal.link } as const
  const handshake = createInstitutionHandshake(own, context, randomBytes)
  terminal.start(0)
  const [answer] = terminal.receive(0, { stream: 'control', bytes: handshake.start() ?? patterned(0) }).packets
  const { reply, result } = handshake.receive(answer?.bytes ?? patterned(0))
  assert.ok(reply !== undefined && result !== undefined)
  terminal.receive(0, { stream: 'control', bytes: reply })
  return { terminal, records: createStreamRecords(result.secrets, 'institution', usualKeyLife, 0) }
}

function open(changes: Partial<PairOptions> = {}) {
  const pair = createChannelPair({ ...keys, ...changes })
  pair.start()
  return pair
}

function patterned(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255)
}
