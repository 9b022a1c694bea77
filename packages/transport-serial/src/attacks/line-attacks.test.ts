import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { seeded } from '../fixtures/line/seeded.ts'
import { createVirtualLine, type EndName } from '../fixtures/line/virtual-line.ts'
import { createLink } from '../link/create-link.ts'
import { createHostilePeer, type HostilePeer } from '../link/fixtures/hostile-peer.ts'
import { DATA, FRAME } from '../link/frame.ts'
import { createFrameReader } from '../link/frame-reader.ts'
import { linkId } from '../link/link-id.ts'
import { lengthPrefix } from '../link/message-reader.ts'
import { SYNC_BYTES, writeSync } from '../link/sync-payload.ts'

const MEGABYTE = 1_000_000
const SYNC_ON_LINE = 63

/** What a program that can write to the line, and holds no key, has tried at a link. After each an honest peer is heard. */
describe('on the line', () => {
  it('26 MB without a delimiter, and 10 MB at random, are not kept', () => {
    const peer = createHostilePeer(seeded(1))
    const before = process.memoryUsage().arrayBuffers
    const run = new Uint8Array(65_536).fill(1)
    for (let sent = 0; sent < 26 * MEGABYTE; sent += run.length) peer.step(run)
    const noise = peer.draws.bytes(75_536)
    for (let count = 0; count < 152; count += 1) peer.step(noise.subarray(count * 60, count * 60 + 65_536))
    assert.ok(process.memoryUsage().arrayBuffers - before < 13 * MEGABYTE)
    isHeard(peer)
  })

  it('200 links that announce two messages of 1 MiB each and send one byte take little memory', () => {
    const before = process.memoryUsage().arrayBuffers
    const peers = Array.from({ length: 200 }, (_, index) => {
      const peer = createHostilePeer(seeded(index + 1))
      peer.pair()
      for (const stream of [0, 1] as const) {
        peer.step(peer.frame(FRAME.data, stream, 0, Uint8Array.of(...lengthPrefix(50_000), 1)))
      }
      return peer
    })
    assert.ok(peers.every(({ link }) => link.isUp))
    assert.ok(process.memoryUsage().arrayBuffers - before < 200 * 300_000)
  })

  it('20,480 pieces of one byte with gaps between them make no more holes than are kept', () => {
    const peer = createHostilePeer(seeded(2))
    peer.pair()
    for (let offset = 1; offset < 40_960; offset += 2) {
      peer.step(peer.frame(FRAME.data, DATA, offset, Uint8Array.of(0)))
    }
    assert.ok(peer.link.isUp)
    assert.deepEqual(
      peer.events.filter(({ type }) => type !== 'up'),
      [],
    )
  })

  it('3,000 SYNC of new ids are answered with less than they are', () => {
    const peer = createHostilePeer(seeded(3))
    const { bytesSent } = peer.link.statistics
    for (let count = 0; count < 3_000; count += 1) sync(peer, [1, 1], peer.draws.bytes(8))
    assert.ok(peer.link.statistics.bytesSent - bytesSent < 3_000 * SYNC_ON_LINE)
    isHeard(peer)
  })

  it('50 SYNC of version 2 make no storm', () => {
    const peer = createHostilePeer(seeded(4))
    const { framesSent } = peer.link.statistics
    for (let count = 0; count < 50; count += 1) sync(peer, [2, 2], peer.own)
    assert.ok(peer.link.statistics.framesSent - framesSent <= 100)
    isHeard(peer)
  })

  it('a forged RESET ends the link each time, as the page says, and it comes up again each time', () => {
    const peer = createHostilePeer(seeded(5))
    for (let count = 0; count < 34; count += 1) {
      isHeard(peer)
      peer.step(peer.frame(FRAME.reset, DATA, 0, peer.own))
      assert.equal(peer.link.isUp, false)
    }
  })

  it('nothing is sent again with another content, under bit errors and drops: no record is sealed twice', () => {
    const seen = { a: new Map<string, number>(), b: new Map<string, number>() }
    let again = 0
    const line = createVirtualLine({ seed: 6, baud: 115_200, latency: 5, faults: { bitErrors: 1e-4, overruns: 1e-5 } })
    const draws = seeded(7)
    const links = { a: start('a'), b: start('b') }
    line.run(5_000, () => links.a.isUp && links.b.isUp)
    for (const end of ['a', 'b'] as const) {
      links[end].send('data', draws.bytes(60_000))
      links[end].send('control', draws.bytes(3_000))
      line.poke(end)
    }
    assert.ok(line.run(120_000, () => links.a.pending('data') + links.b.pending('data') === 0))
    assert.ok(again > 1_000, `${again} bytes were sent again`)

    function start(end: EndName) {
      const link = createLink({ random: (length) => draws.bytes(length) })
      const reader = createFrameReader()
      link.attach(0, { baud: 115_200 })
      line.plug(end, {
        step(now, bytesIn) {
          const step = link.step(now, bytesIn)
          reader.push(step.bytesOut, ({ type, epoch, stream, offset, payload }) => {
            if (type !== FRAME.data) return
            payload.forEach((byte, index) => {
              const place = `${epoch} ${stream} ${offset + index}`
              const before = seen[end].get(place)
              if (before !== undefined) again += 1
              assert.ok(before === undefined || before === byte, place)
              seen[end].set(place, byte)
            })
          })
          return step
        },
      })
      return link
    }
  })
})

/** An honest peer comes: the link is up. */
function isHeard(peer: HostilePeer): void {
  for (let count = 0; count < 100 && !peer.link.isUp; count += 1) peer.pair()
  assert.ok(peer.link.isUp)
}

function sync(peer: HostilePeer, versions: readonly [number, number], id: Uint8Array): void {
  const payload = new Uint8Array(SYNC_BYTES)
  const limits = { windows: [65_536, 8_192], maxFrame: 4_080, maxMessage: 1_048_576 } as const
  const ids = { from: linkId(id), to: linkId(new Uint8Array(8)), bootId: new Uint8Array(8) }
  writeSync({ versions, next: [0, 0], ...ids, ...limits }, payload, 0)
  peer.step(peer.frame(FRAME.sync, DATA, 1, payload, { number: 0, side: 0 }))
}
