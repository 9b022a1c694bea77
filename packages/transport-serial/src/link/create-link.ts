import { EpochSession } from './epoch-session.ts'
import { CONTROL, DATA, FRAME, type Frame, HEADER_BYTES, type StreamId } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'
import { createFrameSize } from './frame-size.ts'
import { type Greeted, Greeting } from './greeting.ts'
import type { DownReason, Link, LinkEvent, LinkOptions, StreamName } from './link.ts'
import { ID_BYTES } from './link-id.ts'
import { readLinkOptions } from './options.ts'
import { Outlet } from './outlet.ts'
import { createRoundTrip } from './round-trip.ts'
import type { SyncPayload } from './sync-payload.ts'

const NO_BYTES = new Uint8Array(0)
const NAMES: readonly [data: StreamName, control: StreamName] = ['data', 'control']
const NEVER = Number.POSITIVE_INFINITY
/** The shortest sleep, in milliseconds. */
const GRAIN = 0.01
/** How long a peer that broke the rules is not listened to, in milliseconds. */
const REST = 1000

/**
 * Makes one end of a link; see {@link Link} for how to drive it.
 *
 * Throws `TRANSPORT_INVALID` for an option out of range.
 */
export function createLink(linkOptions: LinkOptions = {}): Link {
  const options = readLinkOptions(linkOptions)
  const outlet = new Outlet(options.lead)
  const line = { outlet, frameSize: createFrameSize(options.byteErrorRate), roundTrip: createRoundTrip() }
  const greeting = new Greeting(options, outlet)
  const { pairing, calling } = greeting
  const reader = createFrameReader()
  const isReading: [data: boolean, control: boolean] = [true, true]

  let phase: 'detached' | 'calling' | 'up' | 'closing' | 'closed' = 'detached'
  let session: EpochSession | undefined
  let generation = 0
  let events: LinkEvent[] = []
  let time = 0
  let restUntil = Number.NEGATIVE_INFINITY
  let incompatible = ''
  /** Since the port was attached. */
  let heard = { frame: false, echo: false, bytes: 0 }
  const counters = { framesReceived: 0, framesResent: 0, bytesReceived: 0 }

  return {
    attach(now, { baud }) {
      if (isClosed()) return
      goDown('detached', true)
      time = now
      phase = 'calling'
      reader.clear()
      greeting.clear()
      outlet.setPace(baud, now)
      calling.begin(now, outlet.byteTime)
      heard = { frame: false, echo: false, bytes: 0 }
    },
    detach(now) {
      if (isClosed()) return
      time = now
      goDown('detached', true)
      phase = 'detached'
    },
    step(now, bytesIn = NO_BYTES, room = Number.POSITIVE_INFINITY) {
      time = now
      if (phase !== 'detached' && phase !== 'closed') {
        counters.bytesReceived += bytesIn.length
        heard.bytes += bytesIn.length
        if (bytesIn.length > 0) reader.push(bytesIn, take)
        keepTime()
        writeFrames(room)
      }
      const step = { wakeAt: wakeAt(room), bytesOut: outlet.take(), events }
      events = []
      return step
    },
    send(stream, bytes) {
      if (session === undefined || isClosed()) return 'down'
      const duplex = session.stream(idOf(stream))
      if (bytes.length === 0) return 'empty'
      if (bytes.length > Math.min(options.maxMessage, session.peer.maxMessage)) return 'too-long'
      if (duplex.out.pending + bytes.length > options.maxQueued) return 'full'
      duplex.send(bytes)
      return 'queued'
    },
    pending: (stream) => session?.stream(idOf(stream)).out.pending ?? 0,
    setReading(stream, reading) {
      isReading[idOf(stream)] = reading
      if (session?.setReading(idOf(stream), reading) === false) breakOff()
    },
    restart() {
      if (!isClosed()) beginAnew('restarted')
    },
    close() {
      if (isClosed()) return
      const saysGoodbye = phase === 'up'
      goDown('closed', false)
      phase = saysGoodbye ? 'closing' : 'closed'
    },
    get isUp() {
      return phase === 'up'
    },
    get statistics() {
      return {
        ...counters,
        framesSent: outlet.framesSent,
        framesRejected: reader.rejected,
        framesResent: counters.framesResent + (session?.framesResent ?? 0),
        bytesSent: outlet.bytesSent,
        frameSize: session?.payloadLimit ?? Math.min(options.maxFrame, line.frameSize.best),
        byteErrorRate: line.frameSize.byteErrorRate,
        roundTrip: line.roundTrip.smoothed,
      }
    },
  }

  function take(frame: Frame): void {
    if (phase === 'closing' || phase === 'closed' || time < restUntil) return
    if (frame.type === FRAME.sync || frame.type === FRAME.syncAck) {
      const greeted = greeting.hear(frame, time)
      if (greeted !== undefined) takeGreeting(greeted)
      return
    }
    if (frame.side === session?.epoch.side && frame.epoch === session.epoch.number) return // our own echo
    heard.frame = true
    if (phase !== 'up' || session === undefined || frame.epoch !== session.epoch.number) {
      calling.hurry(time) // somebody speaks of an epoch that is not ours: ask who it is
      return
    }
    counters.framesReceived += 1
    if (frame.type === FRAME.reset) {
      if (isGoodbye(frame)) beginAnew('peer-closed')
    } else if (!session.accept(frame, time)) breakOff()
  }

  function takeGreeting({ meaning, sync }: Greeted): void {
    if (meaning === 'echo') {
      if (!heard.echo) events.push({ type: 'echo' })
      heard.echo = true
      return
    }
    heard.frame = true
    counters.framesReceived += 1
    if (meaning === 'incompatible') {
      if (incompatible !== sync.from.text) events.push({ type: 'incompatible', peerVersions: sync.versions })
      incompatible = sync.from.text
    } else if (meaning === 'renewed') forget('peer-restarted')
    else if (meaning === 'paired') goUp(sync)
  }

  function goUp(sync: SyncPayload): void {
    if (phase === 'up') {
      session?.heard(time)
      return
    }
    const resumed = session !== undefined
    if (session === undefined) {
      generation += 1
      session = openSession(sync)
    } else if (!session.resume(time, sync)) {
      breakOff()
      return
    }
    if (greeting.roundTrip !== undefined) line.roundTrip.measured(greeting.roundTrip)
    phase = 'up'
    calling.stop()
    const { epoch, peer } = session
    const { bootId: peerBootId, maxMessage: peerMaxMessage } = peer
    events.push({ type: 'up', resumed, generation, epoch: epoch.number, peerBootId, peerMaxMessage })
  }

  function openSession(peer: SyncPayload): EpochSession {
    const opened = new EpochSession({
      epoch: pairing.epoch,
      peer,
      options,
      line,
      listener: {
        onMessage: (stream, bytes) => events.push({ type: 'message', stream: NAMES[stream], bytes }),
        onSent: (stream) => events.push({ type: 'sent', stream: NAMES[stream] }),
      },
    })
    opened.heard(time)
    for (const id of [DATA, CONTROL]) if (!isReading[id]) opened.setReading(id, false)
    return opened
  }

  /** The link stops; with `kept` the streams wait for the same peer. */
  function goDown(reason: DownReason, kept: boolean): void {
    const wasUp = phase === 'up'
    if (session !== undefined && (wasUp || !kept)) events.push({ type: 'down', reason, kept })
    if (wasUp) phase = 'calling'
    if (kept) return
    counters.framesResent += session?.framesResent ?? 0
    session = undefined
  }

  function forget(reason: DownReason): void {
    const wasUp = phase === 'up'
    goDown(reason, false)
    if (wasUp) calling.begin(time, outlet.byteTime)
  }

  function beginAnew(reason: DownReason): void {
    pairing.renew()
    forget(reason)
    calling.hurry(time)
  }

  /** No noise does what the peer did: nothing of this epoch can be trusted. */
  function breakOff(): void {
    beginAnew('peer-broke-rules')
    restUntil = time + REST
  }

  function isGoodbye({ payload }: Frame): boolean {
    const from = payload.subarray(0, ID_BYTES)
    return from.length === ID_BYTES && from.every((byte, index) => byte === pairing.peer.bytes[index])
  }

  function keepTime(): void {
    if (phase === 'up' && session?.isGone(time)) {
      goDown('silent', true)
      calling.begin(time, outlet.byteTime)
    }
    if (phase === 'up') session?.keepTime(time)
    if (phase === 'calling' && options.hunt && calling.takeNextRate(time, heard.frame)) {
      events.push({ type: 'try-next-rate', heardNoise: heard.bytes > 0 })
    }
  }

  function writeFrames(room: number): void {
    while (time >= outlet.writableAt && outlet.filled < room) {
      if (phase === 'closing') {
        outlet.raw.set(pairing.own.bytes, HEADER_BYTES)
        outlet.write(FRAME.reset, DATA, pairing.epoch, 0, ID_BYTES, time)
        phase = 'closed'
        return
      }
      if (time >= restUntil && greeting.writeNext(time, session?.next ?? [0, 0])) continue
      if (phase !== 'up' || session?.writeNext(time) !== true) return
    }
  }

  function wakeAt(room: number): number {
    if (phase === 'detached' || phase === 'closed') return NEVER
    const isUp = phase === 'up'
    const hasWork = phase === 'closing' || greeting.hasWork || (isUp && session?.hasWork === true)
    const timer = Math.min(Math.max(calling.dueAt, restUntil), isUp ? (session?.dueAt ?? NEVER) : NEVER)
    if (!hasWork && timer > time) return timer
    if (room <= 0 || outlet.filled >= room) return timer > time ? timer : NEVER // the port calls when it takes more
    // What is due was done, or waits for the line.
    return Math.min(timer > time ? timer : NEVER, Math.max(outlet.writableAt, time + GRAIN))
  }

  function isClosed(): boolean {
    return phase === 'closing' || phase === 'closed'
  }
}

function idOf(stream: StreamName): StreamId {
  return stream === 'control' ? CONTROL : DATA
}
