import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLinkPair, type LinkPair, type LinkPairOptions, type TimedEvent } from '../fixtures/line/link-pair.ts'
import { seeded } from '../fixtures/line/seeded.ts'
import { createLink } from './create-link.ts'

function open(options: Partial<LinkPairOptions> = {}): { pair: LinkPair; events: TimedEvent[] } {
  const pair = createLinkPair({ seed: 1, baud: 115_200, latency: 5, ...options })
  const events: TimedEvent[] = []
  pair.onEvent = (event) => events.push(event)
  return { pair, events }
}

function connected(options: Partial<LinkPairOptions> = {}): { pair: LinkPair; events: TimedEvent[] } {
  const opened = open(options)
  assert.ok(opened.pair.connect())
  return opened
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const bulk = seeded(99).bytes(200_000)

function messagesAt(events: readonly TimedEvent[], end: 'a' | 'b'): string[] {
  return events.flatMap((event) =>
    event.type === 'message' && event.end === end ? [new TextDecoder().decode(event.bytes)] : [],
  )
}

describe('a link', () => {
  it('comes up on both sides with the same epoch and tells who the peer is', () => {
    const { events } = connected({ linkA: { bootId: text('boot of a').subarray(0, 8) }, linkB: { maxMessage: 50_000 } })
    const ups = events.filter((event) => event.type === 'up')
    assert.deepEqual(ups.map(({ end, resumed, generation }) => [end, resumed, generation]).sort(), [
      ['a', false, 1],
      ['b', false, 1],
    ])
    assert.equal(ups[0]?.epoch, ups[1]?.epoch)
    assert.equal(ups.find(({ end }) => end === 'a')?.peerMaxMessage, 50_000)
    assert.deepEqual(ups[0]?.versions, { own: [1, 1], peer: [1, 1] })
    assert.deepEqual(ups.find(({ end }) => end === 'b')?.peerBootId, text('boot of '))
  })

  it('carries messages both ways at once, whole and in order, and says when they have arrived', () => {
    const { pair, events } = connected()
    for (let index = 0; index < 50; index += 1) {
      pair.send('a', 'data', text(`a${index}`))
      pair.send('b', 'data', text(`b${index}`))
    }
    assert.ok(pair.line.run(60_000, () => events.filter(({ type }) => type === 'sent').length === 2))
    assert.deepEqual(
      messagesAt(events, 'b'),
      Array.from({ length: 50 }, (_, index) => `a${index}`),
    )
    assert.deepEqual(
      messagesAt(events, 'a'),
      Array.from({ length: 50 }, (_, index) => `b${index}`),
    )
    assert.equal(pair.link('a').pending('data'), 0)
  })

  it('lets control overtake bulk within one frame, on any line', () => {
    for (const baud of [9600, 115_200, 921_600]) {
      const { pair, events } = connected({ baud })
      pair.send('a', 'data', bulk)
      pair.line.run(pair.line.now + (100_000 * 10_000) / baud)
      const sentAt = pair.line.now
      pair.send('a', 'control', text('abort'))
      assert.ok(pair.line.run(sentAt + 2000, () => messagesAt(events, 'b').length > 0))
      assert.deepEqual(messagesAt(events, 'b'), ['abort'])
      // The frame on its way, what the driver holds, the message itself and the latency.
      const byteTime = 10_000 / baud
      const bound = Math.max(100 + 20 * byteTime, 600 * byteTime) + 8 + 30 * byteTime + 5
      assert.ok(pair.line.now - sentAt <= bound, `${pair.line.now - sentAt} > ${bound} at ${baud}`)
    }
  })

  it('refuses what it cannot carry', () => {
    const { pair } = open({ link: { maxMessage: 20_000, maxQueued: 30_000 } })
    assert.equal(pair.send('a', 'data', text('early')), 'down')
    pair.connect()
    assert.equal(pair.send('a', 'data', new Uint8Array(0)), 'empty')
    assert.equal(pair.send('a', 'data', new Uint8Array(20_001)), 'too-long')
    assert.equal(pair.send('a', 'data', new Uint8Array(20_000)), 'queued')
    assert.equal(pair.send('a', 'data', new Uint8Array(20_000)), 'full')
    assert.throws(() => createLink({ maxMessage: 16_403 }), { code: 'OPTION_INVALID' })
    assert.throws(() => createLink({ window: 7 }), { code: 'OPTION_INVALID' })
  })

  it('stops a sender whose messages nobody reads, and goes on when they are read', () => {
    const { pair, events } = connected({ link: { window: 2048 } })
    pair.act('b', (link) => link.setReading('data', false))
    pair.send('a', 'data', bulk.subarray(0, 20_000))
    pair.line.run(pair.line.now + 20_000)
    assert.ok(pair.link('a').isUp, 'the link is alive meanwhile')
    assert.ok(pair.link('a').pending('data') >= 20_000 - 2048)
    pair.send('a', 'control', text('still there'))
    pair.line.run(pair.line.now + 100)
    assert.deepEqual(messagesAt(events, 'b'), ['still there'])
    pair.act('b', (link) => link.setReading('data', true))
    assert.ok(pair.line.run(pair.line.now + 10_000, () => pair.link('a').pending('data') === 0))
  })
})

describe('a link whose peer is gone', () => {
  it('says so within six seconds and keeps its streams', () => {
    const { pair, events } = connected()
    pair.line.run(pair.line.now + 30_000)
    assert.ok(pair.link('a').isUp, 'an idle line is no reason')
    const cutAt = pair.line.now
    pair.line.setConnected(false)
    pair.line.run(cutAt + 6000)
    const downs = events.filter((event) => event.type === 'down')
    assert.deepEqual(
      downs.map(({ reason, kept }) => [reason, kept]),
      [
        ['silent', true],
        ['silent', true],
      ],
    )
    assert.equal(pair.send('a', 'data', text('for later')), 'queued')
    pair.line.setConnected(true)
    assert.ok(pair.connect(pair.line.now + 400))
    pair.line.run(pair.line.now + 300)
    assert.deepEqual(messagesAt(events, 'b'), ['for later'])
    assert.ok(events.some((event) => event.type === 'up' && event.resumed && event.generation === 1))
  })

  it('goes on at once behind another port', () => {
    const { pair, events } = connected()
    pair.send('a', 'data', bulk)
    pair.line.run(pair.line.now + 3000)
    pair.act('a', (link) => link.detach(pair.line.now))
    pair.line.run(pair.line.now + 1000)
    assert.equal(pair.link('a').isUp, false)
    pair.act('a', (link) => link.attach(pair.line.now, { baud: 115_200 }))
    assert.ok(pair.connect(pair.line.now + 200))
    assert.ok(pair.line.run(pair.line.now + 20_000, () => pair.link('a').pending('data') === 0))
    const [message] = events.filter((event) => event.type === 'message')
    assert.deepEqual(message?.bytes, bulk)
  })

  it('begins anew when the peer comes back without memory, at any moment of a transfer', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { pair, events } = connected({ seed })
      pair.send('a', 'data', bulk.subarray(0, 20_000))
      pair.send('b', 'data', bulk.subarray(0, 9000))
      pair.line.run(pair.line.now + seed * 45)
      events.length = 0
      const rebootedAt = pair.line.now
      pair.reboot('b')
      assert.ok(pair.connect(rebootedAt + 1000), `seed ${seed}`)
      const [down] = events.filter((event) => event.type === 'down')
      assert.deepEqual([down?.end, down?.reason, down?.kept], ['a', 'peer-restarted', false])
      assert.equal(pair.link('a').pending('data'), 0)
      pair.send('a', 'data', text('anew'))
      pair.line.run(pair.line.now + 500)
      assert.deepEqual(messagesAt(events, 'b'), ['anew'])
    }
  })

  it('is told when either side wants to begin anew or says goodbye', () => {
    const { pair, events } = connected()
    pair.act('a', (link) => link.restart())
    assert.ok(pair.line.run(pair.line.now + 500, () => events.filter(({ type }) => type === 'up').length === 4))
    pair.act('a', (link) => link.close())
    pair.line.run(pair.line.now + 500)
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'down' ? [`${event.end} ${event.reason} ${event.kept}`] : [])),
      ['a restarted false', 'b peer-restarted false', 'a closed false', 'b peer-closed false'],
    )
    assert.equal(pair.send('a', 'data', text('late')), 'down')
  })
})

describe('a link that finds no peer', () => {
  it('asks for another rate until it is the right one', () => {
    const rates = [9600, 57_600, 115_200]
    const { pair } = open({ linkA: { hunt: true } })
    let rate = 0
    pair.onEvent = (event) => {
      if (event.type !== 'try-next-rate') return
      assert.equal(event.end, 'a')
      rate += 1
      const baud = rates[rate % rates.length] ?? 0
      pair.line.setBaud('a', baud)
      pair.link('a').attach(pair.line.now, { baud })
    }
    pair.line.setBaud('a', 9600)
    pair.link('a').attach(0, { baud: 9600 })
    assert.ok(pair.connect(10_000))
    assert.equal(rate, 2)
    assert.ok(pair.line.now < 3000)
  })

  it('hears its own echo and does not take it for a peer', () => {
    const link = createLink()
    link.attach(0, { baud: 115_200 })
    const events = []
    let back: Uint8Array = new Uint8Array(0)
    for (let now = 0; now < 5000; now += 10) {
      const step = link.step(now, back)
      back = step.bytesOut
      events.push(...step.events)
    }
    assert.deepEqual(events, [{ type: 'echo' }])
    assert.equal(link.isUp, false)
  })

  it('works on a line that echoes what it sends', () => {
    const { pair, events } = open()
    const [a, b] = [pair.link('a'), pair.link('b')]
    const own: Record<string, Uint8Array> = {}
    for (const [name, link] of [
      ['a', a],
      ['b', b],
    ] as const) {
      pair.line.plug(name, {
        step(now, bytesIn) {
          const step = link.step(now, Buffer.concat([own[name] ?? new Uint8Array(0), bytesIn]))
          own[name] = step.bytesOut
          for (const event of step.events) events.push({ ...event, at: now, end: name })
          return { ...step, wakeAt: step.bytesOut.length > 0 ? now + 1 : step.wakeAt }
        },
      })
    }
    assert.ok(pair.connect())
    a.send('data', bulk.subarray(0, 30_000))
    pair.line.poke('a')
    pair.line.run(pair.line.now + 10_000)
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'message' ? [event.bytes] : [])),
      [bulk.slice(0, 30_000)],
    )
  })
})
