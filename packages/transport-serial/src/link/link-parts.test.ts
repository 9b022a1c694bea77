import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Epochs } from './epochs.ts'
import { CONTROL, DATA, FRAME } from './frame.ts'
import { createFrameSize } from './frame-size.ts'
import { Hearing } from './hearing.ts'
import type { LinkEvent } from './link.ts'
import { linkId } from './link-id.ts'
import { lengthPrefix } from './message-reader.ts'
import { readLinkOptions } from './options.ts'
import { Outlet } from './outlet.ts'
import { createRoundTrip } from './round-trip.ts'
import type { SyncPayload } from './sync-payload.ts'

const peer: SyncPayload = {
  versions: [1, 1],
  from: linkId(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)),
  to: linkId(Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1)),
  bootId: new Uint8Array(8),
  next: [0, 0],
  windows: [65_536, 8_192],
  maxFrame: 4_080,
  maxMessage: 1_048_576,
}
const epoch = { number: 7, side: 0 } as const

function makeEpochs() {
  const events: LinkEvent[] = []
  const outlet = new Outlet(8)
  outlet.setPace(Number.POSITIVE_INFINITY, 0)
  const line = { outlet, frameSize: createFrameSize(undefined), roundTrip: createRoundTrip() }
  return { events, epochs: new Epochs(readLinkOptions(), line, (event) => events.push(event)) }
}

describe('the epochs of a link', () => {
  it('go on with the streams that wait, and begin others after they were forgotten', () => {
    const { epochs } = makeEpochs()
    const first = epochs.enter(epoch, peer, 0)
    assert.equal(first?.resumed, false)
    assert.deepEqual(epochs.enter(epoch, peer, 10), { session: first?.session, resumed: true })
    assert.equal(epochs.generation, 1)
    epochs.forget()
    assert.equal(epochs.current, undefined)
    const second = epochs.enter(epoch, peer, 20)
    assert.equal(second?.resumed, false)
    assert.notEqual(second?.session, first?.session)
    assert.equal(epochs.generation, 2)
  })

  it('do not go on with a peer that claims bytes that were never sent', () => {
    const { epochs } = makeEpochs()
    epochs.enter(epoch, peer, 0)
    assert.equal(epochs.enter(epoch, { ...peer, next: [0, 1] }, 10), undefined)
  })

  it('count the frames that were sent again over all of them', () => {
    const { epochs } = makeEpochs()
    const session = epochs.enter(epoch, peer, 0)?.session ?? assert.fail('entered')
    session.stream(CONTROL).send(Uint8Array.of(1))
    while (session.writeNext(0));
    assert.equal(epochs.framesResent, 0)
    assert.equal(epochs.enter(epoch, peer, 10)?.resumed, true) // nothing of it has arrived
    while (session.writeNext(10));
    assert.equal(epochs.framesResent, 1)
    epochs.forget()
    epochs.forget()
    assert.equal(epochs.framesResent, 1)
  })

  it('remember for the next one that the reader takes nothing', () => {
    const { epochs, events } = makeEpochs()
    assert.equal(epochs.setReading('data', false), true)
    const session = epochs.enter(epoch, peer, 0)?.session
    const payload = Uint8Array.of(...lengthPrefix(1), 42)
    const frame = { type: FRAME.data, stream: DATA, side: 1, epoch: 7, offset: 0, payload } as const
    assert.equal(session?.accept(frame, 0), true)
    assert.deepEqual(events, [])
    assert.equal(epochs.setReading('data', true), true)
    assert.deepEqual(events, [{ type: 'message', stream: 'data', bytes: Uint8Array.of(42) }])
  })
})

describe('what was heard on a port', () => {
  it('is told once: an echo for each port, a peer of another edition for each life of it', () => {
    const hearing = new Hearing()
    assert.deepEqual([hearing.echo(), hearing.echo()], [{ type: 'echo' }, undefined])
    const other = { ...peer, versions: [2, 3] } as const
    assert.deepEqual(hearing.incompatible(other), {
      type: 'incompatible',
      peerVersions: [2, 3],
      peerMaxMessage: 1_048_576,
    })
    hearing.beginAnew()
    assert.deepEqual(hearing.echo(), { type: 'echo' })
    assert.equal(hearing.incompatible(other), undefined)
    assert.notEqual(hearing.incompatible({ ...other, from: other.to }), undefined)
  })

  it('is noise as long as no frame came, and nothing while the link rests', () => {
    const hearing = new Hearing()
    assert.equal(hearing.hasNoise, false)
    hearing.took(3)
    assert.deepEqual([hearing.hasNoise, hearing.hasFrame], [true, false])
    hearing.rest(50)
    assert.deepEqual([hearing.isResting(1_049), hearing.isResting(1_050), hearing.restUntil], [true, false, 1_050])
    hearing.beginAnew()
    assert.deepEqual([hearing.hasNoise, hearing.isResting(1_000)], [false, true])
  })
})
