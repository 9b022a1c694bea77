import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { seeded } from '../fixtures/line/seeded.ts'
import { createLink } from './create-link.ts'
import { createHostilePeer, OWN } from './fixtures/hostile-peer.ts'
import { CONTROL, DATA, FRAME } from './frame.ts'
import { SYNC_BYTES, writeSync } from './sync-payload.ts'

describe('a peer that breaks the rules', () => {
  for (const [name, type, offset, payload] of [
    ['acknowledges what was never sent', FRAME.ack, 1000, Uint8Array.of(0)],
    ['announces an endless message', FRAME.data, 0, Uint8Array.of(0xff, 0xff, 0xff, 0x7f)],
    ['announces an empty message', FRAME.data, 0, Uint8Array.of(0)],
    ['sends an acknowledgement that cannot be read', FRAME.ack, 0, Uint8Array.of(1, 2)],
  ] as const) {
    it(`is left when it ${name}`, () => {
      const peer = createHostilePeer(seeded(1))
      peer.pair()
      assert.ok(peer.link.isUp)
      peer.step(peer.frame(type, DATA, offset, payload))
      assert.equal(peer.link.isUp, false)
      assert.deepEqual(peer.events.at(-1), { type: 'down', reason: 'peer-broke-rules', kept: false })
    })
  }

  it('gets no more room than there is', () => {
    const peer = createHostilePeer(seeded(2))
    peer.pair()
    for (let offset = 1; offset < 400_000; offset += 4000)
      peer.step(peer.frame(FRAME.data, DATA, offset, new Uint8Array(4000)))
    assert.deepEqual(
      peer.events.filter(({ type }) => type !== 'up'),
      [],
    )
  })

  it('with silly limits is served as far as they allow', () => {
    const peer = createHostilePeer(seeded(3))
    peer.pair({ windows: [0xffff_ffff, 0], maxFrame: 0, maxMessage: 16_404 })
    assert.ok(peer.link.isUp)
    assert.equal(peer.link.send('data', new Uint8Array(16_405)), 'too-long')
  })

  it('cannot make a link throw or spin, whatever valid frames it sends', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const peer = createHostilePeer(seeded(seed))
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
    const peer = createHostilePeer(seeded(5))
    peer.step()
    const payload = new Uint8Array(SYNC_BYTES)
    const sync = {
      from: OWN,
      to: OWN,
      bootId: OWN.bytes,
      next: [0, 0],
      windows: [1, 1],
      maxFrame: 32,
      maxMessage: 20_000,
    } as const
    writeSync({ ...sync, versions: [2, 3] }, payload, 0)
    for (let count = 0; count < 3; count += 1)
      peer.step(peer.frame(FRAME.sync, DATA, 1, payload, { number: 0, side: 0 }))
    assert.deepEqual(peer.events, [{ type: 'incompatible', peerVersions: [2, 3], peerMaxMessage: 20_000 }])
  })

  it('that takes no whole record is told to be incompatible, and the link does not come up', () => {
    for (const [maxMessage, isUp] of [
      [16_403, false],
      [16_404, true],
    ] as const) {
      const peer = createHostilePeer(seeded(6))
      peer.pair({ windows: [65_536, 8_192], maxFrame: 4_080, maxMessage })
      assert.equal(peer.link.isUp, isUp)
      assert.equal(
        peer.events.some((event) => event.type === 'incompatible' && event.peerMaxMessage === maxMessage),
        !isUp,
      )
    }
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
