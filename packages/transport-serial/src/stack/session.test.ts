import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ChannelCodec } from '../channel/channel.ts'
import { mslChannel } from '../channel/msl-channel.ts'
import { seeded } from '../fixtures/line/seeded.ts'
import { createVirtualLine } from '../fixtures/line/virtual-line.ts'
import { testKeys } from '../fixtures/test-keys.ts'
import { plainChannel } from '../fixtures/world/plain-channel.ts'
import { createLink } from '../link/create-link.ts'
import type { LinkMessage } from '../message/message.ts'
import type { MessageCodec, MessageDecoder } from '../message/message-codec.ts'
import { MessageFault } from '../message/message-fault.ts'
import { mslCodec } from '../message/msl-codec.ts'
import { createSession, type SessionEvent } from './session.ts'

const { institution, terminal } = testKeys()
const secure = {
  a: mslChannel({ role: 'institution', own: institution.link, terminal: institution.terminal.link }),
  b: mslChannel({ role: 'terminal', own: terminal.link, institutions: terminal.institutions.map(({ link }) => link) }),
}
const plain = { a: plainChannel, b: plainChannel }
const ID = 'ab'.repeat(16)
const request = { kind: 'request', id: ID, madeAt: 1, url: '', signature: new Uint8Array(64) } as const

describe('link, channel and message form together', () => {
  it('carry what is larger than the link takes at once, in order', () => {
    const line = play({ baud: 10_000_000 })
    line.run(() => line.isOpen())
    const texts = [1, 2, 3, 4].map((number) => String(number).repeat(900_000))
    for (const text of texts) line.send('a', { ...request, text })
    line.run(() => line.messages('b').length === texts.length)
    assert.deepEqual(
      line.messages('b').map((message) => ('text' in message ? message.text.slice(0, 3) : '')),
      ['111', '222', '333', '444'],
    )
  })

  it('end a session whose other side takes nothing, before what waits fills the memory', () => {
    const line = play({ baud: 115_200, channels: secure })
    line.run(() => line.isOpen())
    line.setConnected(false)
    const text = Buffer.from(seeded(7).bytes(675_000)).toString('base64')
    let taken = 0
    while (line.send('b', { kind: 'push', id: ID, madeAt: 1, text, signature: new Uint8Array(64) })) {
      taken += 1
      assert.ok(taken < 20, 'there is no bound')
    }
    line.run(() => line.count('b', 'lost') === 1)
    assert.equal(line.lastLoss('b'), 'OUTBOX_FULL')
    line.setConnected(true)
    line.run(() => line.count('b', 'open') === 2 && line.isOpen())
  })

  it('say when a text has arrived, and not before its last byte was acknowledged', () => {
    const line = play({ baud: 115_200 })
    line.run(() => line.isOpen())
    const text = Buffer.from(seeded(7).bytes(30_000)).toString('base64')
    line.send('a', { ...request, text })
    line.run(() => line.count('a', 'arrived') === 1)
    assert.equal(line.messages('b').length, 1)
  })

  it('let a question overtake an upload', () => {
    const line = play({ baud: 115_200 })
    line.run(() => line.isOpen())
    line.send('a', { ...request, text: 'x'.repeat(100_000) })
    line.send('a', { kind: 'status', id: ID, madeAt: 1 })
    line.run(() => line.messages('b').length === 2)
    assert.deepEqual(
      line.messages('b').map(({ kind }) => kind),
      ['status', 'request'],
    )
  })

  it('begin anew by themselves when a message cannot be read, with another handshake', () => {
    let isBroken = true
    const codec: MessageCodec = {
      ...mslCodec,
      decoder() {
        const decoder = mslCodec.decoder()
        return {
          push(bytes) {
            if (!isBroken) return decoder.push(bytes)
            isBroken = false
            throw new MessageFault('MESSAGE_BODY_INVALID')
          },
        }
      },
    }
    const line = play({ baud: 115_200, channels: secure, codec })
    line.run(() => line.isOpen())
    line.send('a', { kind: 'status', id: ID, madeAt: 1 })
    line.run(() => line.count('b', 'lost') === 1)
    assert.equal(line.lastLoss('b'), 'MESSAGE_BODY_INVALID')
    line.run(() => line.count('a', 'lost') === 1)
    assert.equal(line.lastLoss('a'), 'REFUSED_BY_PEER')
    line.run(() => line.count('a', 'open') === 2 && line.count('b', 'open') === 2)
    line.send('a', { kind: 'status', id: ID, madeAt: 2 })
    line.run(() => line.messages('b').length === 1)
  })

  it('keep trying, ever more slowly, while the other side does not prove itself', () => {
    const stranger = testKeys().institution
    const channels = {
      ...secure,
      a: mslChannel({ role: 'institution', own: stranger.link, terminal: institution.terminal.link }),
    }
    const line = play({ baud: 115_200, channels })
    line.run(() => line.count('b', 'lost') === 6)
    assert.ok(line.now() > 2_000 && line.count('a', 'open') === 0 && line.count('b', 'open') === 0)
    assert.equal(line.lastLoss('b'), 'PEER_KEY_UNKNOWN')
    assert.equal(line.lastLoss('a'), 'REFUSED_BY_PEER')
  })

  it('end a session in which a message goes the wrong way or on the wrong stream, and say so', () => {
    const wrong: readonly LinkMessage[] = [
      { kind: 'state', id: ID, state: 'void' },
      { kind: 'result', id: ID, madeAt: 1, text: 'ok', signature: new Uint8Array(64) },
    ]
    for (const message of wrong) {
      const line = play({ baud: 115_200, channels: secure })
      line.run(() => line.isOpen())
      line.send('a', message)
      line.run(() => line.count('b', 'lost') === 1 && line.count('a', 'lost') === 1)
      assert.deepEqual([line.lastLoss('b'), line.lastLoss('a')], ['MESSAGE_MISPLACED', 'REFUSED_BY_PEER'])
      assert.deepEqual(line.messages('b'), [])
    }
    // Its own bytes, on the stream of texts.
    const inRequests: MessageCodec = { ...mslCodec, decoder: () => fixed([{ kind: 'status', id: ID, madeAt: 1 }]) }
    const line = play({ baud: 115_200, channels: secure, codec: inRequests })
    line.run(() => line.isOpen())
    line.send('a', { ...request, text: 'anything' })
    line.run(() => line.count('b', 'lost') === 1)
    assert.equal(line.lastLoss('b'), 'MESSAGE_MISPLACED')
  })

  it('keep trying, ever more slowly, while every opening ends with what cannot be read', () => {
    const codec: MessageCodec = { ...mslCodec, encode: (message, how) => mslCodec.encode(message, how).with(2, 2) }
    const line = play({ baud: 115_200, channels: secure, codec })
    let opened = 0
    const end = 25_000
    while (line.now() < end) {
      line.run(() => line.count('b', 'open') > opened || line.now() >= end)
      opened = line.count('b', 'open')
      line.send('b', { kind: 'push', id: ID, madeAt: 1, text: 'hello', signature: new Uint8Array(64) })
    }
    assert.equal(line.lastLoss('a'), 'MESSAGE_HEADER_INVALID')
    assert.ok(opened > 2 && opened < 12, `${opened} channels were opened in 25 s`)
  })

  it('give up a handshake that does not go on, and begin another', () => {
    const mute: ChannelCodec = {
      ...secure.b,
      create: (context) => ({ ...secure.b.create(context), receive: () => ({ packets: [], events: [] }) }),
    }
    const line = play({ baud: 115_200, channels: { a: secure.a, b: mute } })
    line.run(() => line.count('a', 'lost') === 2)
    assert.equal(line.lastLoss('a'), 'HANDSHAKE_TIMEOUT')
  })

  it('tell each other their clocks', () => {
    const line = play({ baud: 115_200, channels: secure })
    line.run(() => line.isOpen())
    assert.deepEqual([line.peerTime('a'), line.peerTime('b')], [2_000, 1_000])
  })

  it('refuse another edition of the messages, and a side that does not say its time', () => {
    for (const [options, reason] of [
      [[2, 0, 0, 0, 0, 0, 7, 208], 'VERSION_UNSUPPORTED'],
      [[1, 0, 0, 0, 0, 0, 0, 0], 'HANDSHAKE_MALFORMED'],
    ] as const) {
      const channel: ChannelCodec = {
        ...secure.b,
        create: (context) => secure.b.create({ ...context, options: Uint8Array.from(options) }),
      }
      const line = play({ baud: 115_200, channels: { a: secure.a, b: channel } })
      line.run(() => line.count('a', 'lost') === 1)
      assert.deepEqual([line.lastLoss('a'), line.count('a', 'open')], [reason, 0])
    }
  })

  it('send nothing before both are proved', () => {
    const line = play({ baud: 115_200, channels: secure })
    assert.equal(line.send('a', { kind: 'status', id: ID, madeAt: 1 }), false)
    line.run(() => line.isOpen())
    assert.equal(line.send('a', { kind: 'status', id: ID, madeAt: 1 }), true)
  })

  it('use brotli only towards a side that has said it reads it', () => {
    for (const brotli of [true, false]) {
      const used: boolean[] = []
      const codec: MessageCodec = {
        ...mslCodec,
        encode(message, settings) {
          used.push(settings.brotli)
          return mslCodec.encode(message, settings)
        },
      }
      const line = play({ baud: 115_200, channels: secure, codec, brotli })
      line.run(() => line.isOpen())
      line.send('b', { kind: 'push', id: ID, madeAt: 1, text: '{"明细":"费用"}', signature: new Uint8Array(64) })
      line.run(() => line.messages('a').length === 1)
      assert.deepEqual(used, [brotli])
    }
  })

  it('tell when nothing is heard any more, and go on with what was under way', () => {
    const line = play({ baud: 115_200, channels: secure })
    line.run(() => line.isOpen())
    line.setConnected(false)
    line.send('a', { kind: 'status', id: ID, madeAt: 1 })
    line.run(() => line.count('a', 'silent') === 1)
    line.setConnected(true)
    line.run(() => line.messages('b').length === 1)
    assert.deepEqual([line.count('a', 'back'), line.count('a', 'open'), line.count('a', 'lost')], [1, 1, 0])
  })
})

function fixed(messages: readonly LinkMessage[]): MessageDecoder {
  return { push: () => messages }
}

interface PlayOptions {
  readonly baud: number
  readonly channels?: Readonly<Record<'a' | 'b', ChannelCodec>>
  readonly codec?: MessageCodec
  readonly brotli?: boolean
}

/** Two sessions on a virtual line; `codec` is that of `b`, `brotli` says whether `a` reads it. */
function play({ baud, channels = plain, codec = mslCodec, brotli = true }: PlayOptions) {
  const line = createVirtualLine({ seed: 1, baud, latency: 5 })
  const draws = seeded(2)
  const events: Record<'a' | 'b', SessionEvent[]> = { a: [], b: [] }
  const make = (end: 'a' | 'b') => {
    const link = createLink({ random: (length) => draws.bytes(length) })
    link.attach(0, { baud })
    const settings = { compress: true, brotli: end === 'b' || brotli }
    const parts = {
      link,
      channel: channels[end],
      codec: end === 'b' ? codec : mslCodec,
      bootId: draws.bytes(8),
      settings,
      role: end === 'a' ? ('institution' as const) : ('terminal' as const),
      clock: () => (end === 'a' ? 1_000 : 2_000),
    }
    const session = createSession(parts)
    line.plug(end, {
      step(now, bytesIn) {
        const step = session.step(now, bytesIn)
        events[end].push(...step.events)
        return step
      },
    })
    return session
  }
  const sessions = { a: make('a'), b: make('b') }
  return {
    now: () => line.now,
    setConnected: line.setConnected,
    run(isDone: () => boolean): void {
      assert.ok(line.run(line.now + 600_000, isDone), 'it never happened')
    },
    isOpen: () => sessions.a.isOpen && sessions.b.isOpen,
    send(end: 'a' | 'b', message: Parameters<typeof sessions.a.send>[1]): boolean {
      const isTaken = sessions[end].send(line.now, message)
      line.poke(end)
      return isTaken
    },
    messages: (end: 'a' | 'b') => events[end].flatMap((event) => (event.type === 'message' ? [event.message] : [])),
    count: (end: 'a' | 'b', type: SessionEvent['type']) => events[end].filter((event) => event.type === type).length,
    peerTime(end: 'a' | 'b') {
      const open = events[end].find((event) => event.type === 'open')
      return open?.type === 'open' ? open.peerTime : undefined
    },
    lastLoss(end: 'a' | 'b') {
      const last = events[end].findLast(({ type }) => type === 'lost')
      return last?.type === 'lost' ? last.reason : undefined
    },
  }
}
