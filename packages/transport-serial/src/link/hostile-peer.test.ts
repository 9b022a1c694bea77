import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { seeded } from '../line/seeded.ts'
import { createLink } from './create-link.ts'
import { CONTROL, DATA, FRAME, HEADER_BYTES, MAX_ENCODED, MAX_FRAME, type StreamId, writeFrame } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'
import type { LinkEvent } from './link.ts'
import { epochOf, linkId } from './link-id.ts'
import { readSync, SYNC_BYTES, writeSync } from './sync-payload.ts'

const OWN = linkId(seeded(7).bytes(8))

/** A peer that pairs as the rules say and then does what it likes, with checks that are right. */
function createHostilePeer(seed: number) {
  const draws = seeded(seed)
  const link = createLink({ random: (length) => draws.bytes(length), maxMessage: 50_000 })
  const events: LinkEvent[] = []
  let theirs = OWN
  let now = 0
  link.attach(0, { baud: Number.POSITIVE_INFINITY })
  return { link, events, draws, step, frame, pair, epoch: () => epochOf(OWN, theirs) }

  function step(bytes?: Uint8Array): void {
    now += draws.next() * 50
    const { bytesOut, events: happened, wakeAt } = link.step(now, bytes)
    assert.ok(wakeAt > now, 'it would spin')
    events.push(...happened)
    createFrameReader().push(bytesOut, ({ type, payload }) => {
      if (type === FRAME.sync) theirs = readSync(payload)?.from ?? theirs
    })
  }

  function frame(type: number, stream: StreamId, offset: number, payload: Uint8Array, epoch = epochOf(OWN, theirs)) {
    const raw = new Uint8Array(MAX_FRAME)
    raw.set(payload, HEADER_BYTES)
    const target = new Uint8Array(MAX_ENCODED + 1)
    const end = writeFrame(raw, type as never, stream, epoch, offset, payload.length, target, 0)
    return target.slice(0, end)
  }

  function pair(limits = { windows: [65_536, 8192] as const, maxFrame: 4080, maxMessage: 1e6 }): void {
    step()
    const payload = new Uint8Array(SYNC_BYTES)
    const versions = [1, 1] as const
    writeSync({ versions, from: OWN, to: theirs, bootId: new Uint8Array(8), next: [0, 0], ...limits }, payload, 0)
    step(frame(FRAME.sync, DATA, 1, payload, { number: 0, side: 0 }))
  }
}

describe('a peer that breaks the rules', () => {
  for (const [name, type, offset, payload] of [
    ['acknowledges what was never sent', FRAME.ack, 1000, Uint8Array.of(0)],
    ['announces an endless message', FRAME.data, 0, Uint8Array.of(0xff, 0xff, 0xff, 0x7f)],
    ['announces an empty message', FRAME.data, 0, Uint8Array.of(0)],
    ['sends an acknowledgement that cannot be read', FRAME.ack, 0, Uint8Array.of(1, 2)],
  ] as const) {
    it(`is left when it ${name}`, () => {
      const peer = createHostilePeer(1)
      peer.pair()
      assert.ok(peer.link.isUp)
      peer.step(peer.frame(type, DATA, offset, payload))
      assert.equal(peer.link.isUp, false)
      assert.deepEqual(peer.events.at(-1), { type: 'down', reason: 'peer-broke-rules', kept: false })
    })
  }

  it('gets no more room than there is', () => {
    const peer = createHostilePeer(2)
    peer.pair()
    for (let offset = 1; offset < 400_000; offset += 4000)
      peer.step(peer.frame(FRAME.data, DATA, offset, new Uint8Array(4000)))
    assert.deepEqual(
      peer.events.filter(({ type }) => type !== 'up'),
      [],
    )
  })

  it('with silly limits is served as far as they allow', () => {
    const peer = createHostilePeer(3)
    peer.pair({ windows: [0xffff_ffff, 0] as never, maxFrame: 0, maxMessage: 0 })
    assert.ok(peer.link.isUp)
    assert.equal(peer.link.send('data', Uint8Array.of(1)), 'too-long')
  })

  it('cannot make a link throw or spin, whatever valid frames it sends', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const peer = createHostilePeer(seed)
      const { draws } = peer
      peer.pair()
      for (let count = 0; count < 60; count += 1) {
        if (draws.next() < 0.2)
          peer.link.send(draws.next() < 0.5 ? 'data' : 'control', draws.bytes(draws.between(1, 3000)))
        if (draws.next() < 0.05) peer.pair()
        const offset = draws.next() < 0.7 ? draws.between(0, 70_000) : draws.between(0, 0xffff_ffff)
        const payload = draws.bytes(draws.between(0, draws.next() < 0.8 ? 40 : 4080))
        const epoch = draws.next() < 0.9 ? peer.epoch() : { number: draws.between(0, 255), side: 1 as const }
        peer.step(peer.frame(draws.between(0, 7), draws.next() < 0.5 ? DATA : CONTROL, offset, payload, epoch))
      }
    }
  })

  it('that speaks another version is named once', () => {
    const peer = createHostilePeer(5)
    peer.step()
    const payload = new Uint8Array(SYNC_BYTES)
    const sync = {
      from: OWN,
      to: OWN,
      bootId: OWN.bytes,
      next: [0, 0],
      windows: [1, 1],
      maxFrame: 32,
      maxMessage: 9,
    } as const
    writeSync({ ...sync, versions: [2, 3] }, payload, 0)
    for (let count = 0; count < 3; count += 1)
      peer.step(peer.frame(FRAME.sync, DATA, 1, payload, { number: 0, side: 0 }))
    assert.deepEqual(peer.events, [{ type: 'incompatible', peerVersions: [2, 3] }])
  })
})

describe('wild bytes', () => {
  it('do nothing to a link but count', () => {
    const draws = seeded(11)
    const link = createLink()
    link.attach(0, { baud: 115_200 })
    for (let now = 0; now < 20_000; now += 20) {
      assert.deepEqual(link.step(now, draws.bytes(draws.between(0, 400))).events, [])
    }
    assert.ok(link.statistics.framesRejected > 100)
  })
})
