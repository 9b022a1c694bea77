import type { EpochSession, LineState } from './epoch-session.ts'
import { Epochs, idOf } from './epochs.ts'
import { DATA, FRAME, type Frame, HEADER_BYTES } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'
import { createFrameSize } from './frame-size.ts'
import { type Greeted, Greeting } from './greeting.ts'
import { Hearing } from './hearing.ts'
import type {
  AttachOptions,
  DownReason,
  Link,
  LinkEvent,
  LinkOptions,
  LinkStatistics,
  LinkStep,
  SendResult,
  StreamName,
} from './link.ts'
import { ID_BYTES } from './link-id.ts'
import { type ReadLinkOptions, readLinkOptions } from './options.ts'
import { Outlet } from './outlet.ts'
import { createRoundTrip } from './round-trip.ts'
import { type SyncPayload, VERSION } from './sync-payload.ts'

const NO_BYTES = new Uint8Array(0)
const NEVER = Number.POSITIVE_INFINITY
/** The shortest sleep, in milliseconds. */
const GRAIN = 0.01

/**
 * Makes one end of a link; see {@link Link} for how to drive it.
 *
 * Throws `OPTION_INVALID` for an option out of range.
 */
export function createLink(linkOptions: LinkOptions = {}): Link {
  return new MslLink(readLinkOptions(linkOptions))
}

/** Joins the parts of a link: who is called when bytes come, when time passes and when the line is free. */
class MslLink implements Link {
  readonly #options: ReadLinkOptions
  readonly #outlet: Outlet
  readonly #line: LineState
  readonly #greeting: Greeting
  readonly #epochs: Epochs
  readonly #reader = createFrameReader()
  readonly #hearing = new Hearing()
  /** `closing`: its goodbye is still to be written. */
  #phase: 'detached' | 'calling' | 'up' | 'closing' | 'closed' = 'detached'
  #events: LinkEvent[] = []
  /** Of the last call that brought one. */
  #time = 0
  #framesReceived = 0
  #bytesReceived = 0

  constructor(options: ReadLinkOptions) {
    this.#options = options
    this.#outlet = new Outlet(options.lead)
    const frameSize = createFrameSize(options.byteErrorRate)
    this.#line = { outlet: this.#outlet, frameSize, roundTrip: createRoundTrip() }
    this.#greeting = new Greeting(options, this.#outlet)
    this.#epochs = new Epochs(options, this.#line, (event) => this.#events.push(event))
  }

  attach(now: number, { baud }: AttachOptions): void {
    if (this.#isClosed) return
    this.#pause('detached')
    this.#time = now
    this.#phase = 'calling'
    this.#reader.clear()
    this.#greeting.clear()
    this.#outlet.setPace(baud, now)
    this.#call()
    this.#hearing.beginAnew()
  }

  detach(now: number): void {
    if (this.#isClosed) return
    this.#time = now
    this.#pause('detached')
    this.#phase = 'detached'
  }

  step(now: number, bytesIn: Uint8Array = NO_BYTES, room: number = NEVER): LinkStep {
    this.#time = now
    if (this.#phase !== 'detached' && this.#phase !== 'closed') {
      this.#bytesReceived += bytesIn.length
      this.#hearing.took(bytesIn.length)
      if (bytesIn.length > 0) this.#reader.push(bytesIn, this.#take)
      this.#keepTime()
      this.#writeFrames(room)
    }
    const step = { wakeAt: this.#wakeAt(room), bytesOut: this.#outlet.take(), events: this.#events }
    this.#events = []
    return step
  }

  send(stream: StreamName, bytes: Uint8Array): SendResult {
    const session = this.#epochs.current
    if (session === undefined || this.#isClosed) return 'down'
    const duplex = session.stream(idOf(stream))
    const { maxMessage, maxQueued } = this.#options
    if (bytes.length === 0) return 'empty'
    if (bytes.length > Math.min(maxMessage, session.peer.maxMessage)) return 'too-long'
    if (duplex.out.pending + bytes.length > maxQueued) return 'full'
    duplex.send(bytes)
    return 'queued'
  }

  pending(stream: StreamName): number {
    return this.#epochs.current?.stream(idOf(stream)).out.pending ?? 0
  }

  setReading(stream: StreamName, reading: boolean): void {
    if (!this.#epochs.setReading(stream, reading)) this.#breakOff()
  }

  restart(): void {
    if (!this.#isClosed) this.#beginAnew('restarted')
  }

  close(): void {
    if (this.#isClosed) return
    const saysGoodbye = this.isUp
    this.#end('closed')
    this.#phase = saysGoodbye ? 'closing' : 'closed'
  }

  get isUp(): boolean {
    return this.#phase === 'up'
  }

  get statistics(): LinkStatistics {
    const { frameSize, roundTrip } = this.#line
    return {
      framesReceived: this.#framesReceived,
      bytesReceived: this.#bytesReceived,
      framesSent: this.#outlet.framesSent,
      framesRejected: this.#reader.rejected,
      framesResent: this.#epochs.framesResent,
      bytesSent: this.#outlet.bytesSent,
      frameSize: this.#epochs.current?.payloadLimit ?? Math.min(this.#options.maxFrame, frameSize.best),
      byteErrorRate: frameSize.byteErrorRate,
      roundTrip: roundTrip.smoothed,
    }
  }

  get #isClosed(): boolean {
    return this.#phase === 'closing' || this.#phase === 'closed'
  }

  readonly #take = (frame: Frame): void => {
    if (this.#isClosed || this.#hearing.isResting(this.#time)) return
    if (frame.type === FRAME.sync || frame.type === FRAME.syncAck) {
      const greeted = this.#greeting.hear(frame, this.#time)
      if (greeted !== undefined) this.#takeGreeting(greeted)
      return
    }
    const session = this.#epochs.current
    if (frame.side === session?.epoch.side && frame.epoch === session.epoch.number) return // our own echo
    this.#hearing.hasFrame = true
    if (this.#phase !== 'up' || session === undefined || frame.epoch !== session.epoch.number) {
      this.#greeting.calling.hurry(this.#time) // the frame is of an epoch that is not ours: ask the sender who it is
      return
    }
    this.#framesReceived += 1
    if (frame.type === FRAME.reset) {
      if (this.#isGoodbye(frame)) this.#beginAnew('peer-closed')
    } else if (!session.accept(frame, this.#time)) this.#breakOff()
  }

  #takeGreeting({ meaning, sync }: Greeted): void {
    if (meaning === 'echo') {
      this.#tell(this.#hearing.echo())
      return
    }
    this.#hearing.hasFrame = true
    this.#framesReceived += 1
    if (meaning === 'incompatible') this.#tell(this.#hearing.incompatible(sync))
    else if (meaning === 'renewed') this.#forget('peer-restarted')
    else if (meaning === 'paired') this.#goUp(sync)
  }

  #tell(event: LinkEvent | undefined): void {
    if (event !== undefined) this.#events.push(event)
  }

  #goUp(sync: SyncPayload): void {
    if (this.#phase === 'up') {
      this.#epochs.current?.heard(this.#time)
      return
    }
    const entered = this.#epochs.enter(this.#greeting.pairing.epoch, sync, this.#time)
    if (entered === undefined) {
      this.#breakOff()
      return
    }
    if (this.#greeting.roundTrip !== undefined) this.#line.roundTrip.measured(this.#greeting.roundTrip)
    this.#phase = 'up'
    this.#greeting.calling.stop()
    this.#events.push(upEvent(entered.session, entered.resumed, this.#epochs.generation))
  }

  /** Nothing passes any more; the streams wait for the same peer. */
  #pause(reason: DownReason): void {
    if (this.#phase !== 'up') return
    this.#events.push({ type: 'down', reason, kept: true })
    this.#phase = 'calling'
  }

  /** The streams end. */
  #end(reason: DownReason): void {
    if (this.#epochs.current !== undefined) this.#events.push({ type: 'down', reason, kept: false })
    if (this.#phase === 'up') this.#phase = 'calling'
    this.#epochs.forget()
  }

  #forget(reason: DownReason): void {
    const wasUp = this.isUp
    this.#end(reason)
    if (wasUp) this.#call()
  }

  #beginAnew(reason: DownReason): void {
    this.#greeting.pairing.renew()
    this.#forget(reason)
    this.#greeting.calling.hurry(this.#time)
  }

  /** No noise does what the peer did: nothing of this epoch can be trusted. */
  #breakOff(): void {
    this.#beginAnew('peer-broke-rules')
    this.#hearing.rest(this.#time)
  }

  #call(): void {
    this.#greeting.calling.begin(this.#time, this.#outlet.byteTime)
  }

  #isGoodbye({ payload }: Frame): boolean {
    const from = payload.subarray(0, ID_BYTES)
    const { peer } = this.#greeting.pairing
    return from.length === ID_BYTES && from.every((byte, index) => byte === peer.bytes[index])
  }

  #keepTime(): void {
    const session = this.#epochs.current
    if (this.isUp && session?.isGone(this.#time)) {
      this.#pause('silent')
      this.#call()
    }
    if (this.isUp) session?.keepTime(this.#time)
    const { hunt } = this.#options
    if (this.#phase === 'calling' && hunt && this.#greeting.calling.takeNextRate(this.#time, this.#hearing.hasFrame)) {
      this.#events.push({ type: 'try-next-rate', heardNoise: this.#hearing.hasNoise })
    }
  }

  #writeFrames(room: number): void {
    const now = this.#time
    while (now >= this.#outlet.writableAt && this.#outlet.filled < room) {
      if (this.#phase === 'closing') {
        this.#writeGoodbye()
        return
      }
      const session = this.#epochs.current
      if (!this.#hearing.isResting(now) && this.#greeting.writeNext(now, session?.next ?? [0, 0])) continue
      if (this.#phase !== 'up' || session?.writeNext(now) !== true) return
    }
  }

  #writeGoodbye(): void {
    const { own, epoch } = this.#greeting.pairing
    this.#outlet.raw.set(own.bytes, HEADER_BYTES)
    this.#outlet.write(FRAME.reset, DATA, epoch, 0, ID_BYTES, this.#time)
    this.#phase = 'closed'
  }

  #wakeAt(room: number): number {
    if (this.#phase === 'detached' || this.#phase === 'closed') return NEVER
    const time = this.#time
    const session = this.isUp ? this.#epochs.current : undefined
    const hasWork = this.#phase === 'closing' || this.#greeting.hasWork || session?.hasWork === true
    const { dueAt } = this.#greeting.calling
    const timer = Math.min(Math.max(dueAt, this.#hearing.restUntil), session?.dueAt ?? NEVER)
    if (!hasWork && timer > time) return timer
    if (room <= 0 || this.#outlet.filled >= room) return timer > time ? timer : NEVER // the port calls when it takes more
    // What is due was done, or waits for the line.
    return Math.min(timer > time ? timer : NEVER, Math.max(this.#outlet.writableAt, time + GRAIN))
  }
}

function upEvent({ epoch, peer }: EpochSession, resumed: boolean, generation: number): LinkEvent {
  const { bootId: peerBootId, maxMessage: peerMaxMessage } = peer
  const versions = { own: [VERSION, VERSION], peer: peer.versions } as const
  return { type: 'up', versions, resumed, generation, epoch: epoch.number, peerBootId, peerMaxMessage }
}
