import { readAck, writeAck } from './ack.ts'
import { Duplex } from './duplex.ts'
import { CONTROL, DATA, type Epoch, FRAME, type Frame, type FrameType, HEADER_BYTES, type StreamId } from './frame.ts'
import { type FrameSize, LEAST_PAYLOAD } from './frame-size.ts'
import { createKeepAlive, type KeepAlive } from './keep-alive.ts'
import { expandOffset } from './offsets.ts'
import type { ReadLinkOptions } from './options.ts'
import type { Outlet } from './outlet.ts'
import type { RoundTrip } from './round-trip.ts'
import { CONTROL_WINDOW, type SyncPayload } from './sync-payload.ts'

/** How long one frame may keep the line, in milliseconds: what is urgent waits for it. */
export const FRAME_TIME = 100
/** On a slow line longer, or the overhead would take too much; up to this payload and this time. */
export const SLOW_PAYLOAD = 576
export const SLOW_FRAME_TIME = 600

/** What outlives an epoch, because it belongs to the line. */
export interface LineState {
  readonly outlet: Outlet
  readonly frameSize: FrameSize
  readonly roundTrip: RoundTrip
}

/** Whom a session tells what happens. */
export interface EpochListener {
  onMessage(stream: StreamId, bytes: Uint8Array): void
  onSent(stream: StreamId): void
}

export interface EpochOptions {
  readonly epoch: Epoch
  readonly peer: SyncPayload
  readonly options: ReadLinkOptions
  readonly line: LineState
  readonly listener: EpochListener
}

/** The two streams of one epoch: what is sent next, what an arriving frame means, when to ask again. */
export class EpochSession {
  readonly epoch: Epoch
  readonly peer: SyncPayload
  readonly #streams: readonly [data: Duplex, control: Duplex]
  readonly #maxFrame: number
  readonly #line: LineState
  readonly #listener: EpochListener
  readonly #keepAlive: KeepAlive
  /** The frames sent so far: their order, and the token of a PING. */
  #order = 0
  #owesPong: number | undefined
  /** When a peer without room is asked whether it has room again. */
  #askForRoomAt = Number.POSITIVE_INFINITY
  #ping: { readonly token: number; readonly leftAt: number } | undefined
  framesResent = 0

  constructor({ epoch, peer, options, line, listener }: EpochOptions) {
    this.epoch = epoch
    this.peer = peer
    this.#maxFrame = Math.min(options.maxFrame, Math.max(LEAST_PAYLOAD, peer.maxFrame))
    this.#line = line
    this.#listener = listener
    this.#keepAlive = createKeepAlive(options.keepAlive)
    const { maxMessage } = options
    this.#streams = [
      new Duplex({ id: DATA, credit: peer.windows[DATA], window: options.window, maxMessage }),
      new Duplex({ id: CONTROL, credit: peer.windows[CONTROL], window: CONTROL_WINDOW, maxMessage }),
    ]
  }

  /** How far each stream was received. */
  get next(): readonly [data: number, control: number] {
    return [this.#streams[DATA].in.next, this.#streams[CONTROL].in.next]
  }

  /** Payload bytes of the next full frame. */
  get payloadLimit(): number {
    const { outlet, frameSize } = this.#line
    const slow = Math.min(SLOW_PAYLOAD, SLOW_FRAME_TIME / outlet.byteTime)
    const byTime = Math.max(LEAST_PAYLOAD, Math.floor(Math.max(slow, FRAME_TIME / outlet.byteTime)))
    return Math.min(this.#maxFrame, byTime, frameSize.best)
  }

  stream(id: StreamId): Duplex {
    return this.#streams[id]
  }

  /** The peer was heard to be there. */
  heard(now: number): void {
    this.#keepAlive.heard(now)
  }

  isGone(now: number): boolean {
    return this.#keepAlive.isGone(now)
  }

  /**
   * Goes on after a cut: what the peer has is known from its SYNC, nothing in flight will be heard of.
   *
   * @returns false if the peer claims what was never sent
   */
  resume(now: number, sync: SyncPayload): boolean {
    this.heard(now)
    this.#ping = undefined
    return this.#streams.every(({ id, out }) => {
      const next = expandOffset(sync.next[id], out.start)
      out.loseAll()
      const isTrue = next >= out.start && out.acknowledge({ next, credit: 0, ranges: [] }) !== undefined
      this.#tellSent(id)
      return isTrue
    })
  }

  setReading(id: StreamId, reading: boolean): boolean {
    return this.#streams[id].setReading(reading, (bytes) => this.#listener.onMessage(id, bytes))
  }

  /** Takes a frame of this epoch. False when the peer broke the rules. */
  accept({ type, stream, offset, payload }: Frame, now: number): boolean {
    this.heard(now)
    if (type === FRAME.data) {
      return this.#streams[stream].accept(offset, payload, (bytes) => this.#listener.onMessage(stream, bytes))
    }
    if (type === FRAME.ack) return this.#acceptAck(stream, offset, payload, now)
    if (type === FRAME.ping) {
      this.#owesPong = offset
      // A peer that asks may have missed the last news.
      for (const duplex of this.#streams) duplex.owesAck = true
    } else if (type === FRAME.pong && this.#ping?.token === offset) {
      this.#line.roundTrip.measured(now - this.#ping.leftAt)
      this.#ping = undefined
    }
    return true
  }

  /** Sends again what has waited too long for news. */
  keepTime(now: number): void {
    for (const duplex of this.#streams) {
      if (now < this.#probeAt(duplex)) continue
      duplex.probes += 1
      duplex.out.probe()
    }
    if (this.#streams.some(({ out }) => out.isBlocked)) {
      if (this.#askForRoomAt === Number.POSITIVE_INFINITY) this.#askForRoomAt = now + this.#wait(0)
    } else this.#askForRoomAt = Number.POSITIVE_INFINITY
  }

  /** Writes the most urgent frame. False if there is none. */
  writeNext(now: number): boolean {
    const [data, control] = this.#streams
    if (this.#owesPong !== undefined) {
      this.#write(FRAME.pong, DATA, this.#owesPong, 0, now)
      this.#owesPong = undefined
      return true
    }
    // News of the control stream leave first: see #acceptAck.
    if (control.owesAck) return this.#writeAck(control, now)
    if (data.owesAck) return this.#writeAck(data, now)
    if (this.#keepAlive.isAskDue(now) || now >= this.#askForRoomAt) return this.#writePing(now)
    return this.#writeData(control, now) || this.#writeData(data, now)
  }

  /** Whether {@link writeNext} would write; the time when it may, if not. */
  get hasWork(): boolean {
    return (
      this.#owesPong !== undefined || this.#streams.some(({ owesAck, out }) => owesAck || out.next(1) !== undefined)
    )
  }

  get dueAt(): number {
    const [data, control] = this.#streams
    return Math.min(this.#keepAlive.dueAt, this.#askForRoomAt, this.#probeAt(data), this.#probeAt(control))
  }

  #probeAt({ out, probes }: Duplex): number {
    return out.hasInFlight ? out.lastLeftAt + this.#wait(probes) : Number.POSITIVE_INFINITY
  }

  #wait(attempt: number): number {
    return this.#line.roundTrip.wait(attempt, this.#line.outlet.byteTime)
  }

  #acceptAck(id: StreamId, offset: number, payload: Uint8Array, now: number): boolean {
    const duplex = this.#streams[id]
    const news = readAck(offset, payload, duplex.out.start)
    const verdict = news === undefined ? undefined : duplex.acknowledge(news)
    if (verdict === undefined) return false
    const { frameSize, roundTrip } = this.#line
    frameSize.learn(verdict.arrived, verdict.lost)
    const newest = verdict.arrived.at(-1)
    if (newest !== undefined) {
      roundTrip.measured(now - newest.leftAt)
      // The news of a control frame leave before those of a data frame that came later: they are lost, or the frame is.
      if (id === DATA) this.#streams[CONTROL].out.loseSentBefore(newest.order)
    }
    this.#tellSent(id)
    return true
  }

  #tellSent(id: StreamId): void {
    if (this.#streams[id].takeDone()) this.#listener.onSent(id)
  }

  #writeAck(duplex: Duplex, now: number): true {
    duplex.owesAck = false
    const news = duplex.in.acknowledgement()
    const end = writeAck(news, this.#line.outlet.raw, HEADER_BYTES)
    this.#write(FRAME.ack, duplex.id, news.next, end - HEADER_BYTES, now)
    return true
  }

  #writePing(now: number): true {
    this.#order += 1
    const token = this.#order % 2 ** 32
    this.#ping = { token, leftAt: this.#write(FRAME.ping, DATA, token, 0, now) }
    this.#keepAlive.asked(now)
    if (now >= this.#askForRoomAt) this.#askForRoomAt = now + this.#wait(3)
    return true
  }

  #writeData(duplex: Duplex, now: number): boolean {
    const range = duplex.out.next(this.payloadLimit)
    if (range === undefined) return false
    this.#order += 1
    duplex.out.read(range, this.#line.outlet.raw, HEADER_BYTES)
    const leftAt = this.#write(FRAME.data, duplex.id, range.start, range.end - range.start, now)
    if (duplex.out.sent(range, this.#order, leftAt)) this.framesResent += 1
    return true
  }

  #write(type: FrameType, stream: StreamId, offset: number, payloadLength: number, now: number): number {
    return this.#line.outlet.write(type, stream, this.epoch, offset, payloadLength, now)
  }
}
