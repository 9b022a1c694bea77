import { equalBytes } from '@nationec/crypto'
import type { DownReason, Link, LinkEvent, StreamName } from '../link/link.ts'
import { randomBytes } from '../message/request-id.ts'
import { ACK, createEcrReader, type EcrSign, encodeBlock, NAK } from './ecr-block.ts'
import { decodeHello, encodeHello, HELLO, type Hello, NOTHING_SEEN } from './ecr-hello.ts'
import { createEcrInbox, createEcrOutbox, numberOf } from './ecr-messages.ts'

/** Settings of {@link ecrStxLrcLink}. */
export interface EcrStxLrcOptions {
  /** Milliseconds that the answer to a block may take after its last bit. Default 1,000. */
  readonly answerTime?: number | undefined
  /** Longest message in bytes. Default 1 MiB. */
  readonly maxMessage?: number | undefined
  /** Random bytes. Default: the platform's own. */
  readonly random?: ((length: number) => Uint8Array) | undefined
}

const CALL_PAUSE = 300
/** A block whose bytes stop coming for so long is taken as damaged. */
const BYTE_PAUSE = 500
/** How often a block is sent in all that the other side says it could not read. */
const TRIES = 3
const NEVER = Number.POSITIVE_INFINITY

/**
 * AN EXAMPLE OF THE FIRST SEAM, AND NO VENDOR'S FORMAT: a link in the manner of older cash registers, with STX, length, ETX, a
 * checksum of one byte and stop-and-wait. It shows how a framing of one's own is put under `serialTransport`.
 *
 * What it does not do is what makes such links dangerous: a block whose answer does not come is never sent again, because
 * nobody knows whether it arrived. The link goes down instead, what waited is dropped as unknown, and the messages above ask
 * what became of it. Only a block that the other side refused as damaged is repeated, under its number, so that it counts once.
 *
 * Its checksum misses one double error in eight: use it under a secure channel only, whose tags see what it misses. It is
 * three to ten times slower than MSL/1, and notices a silent peer only when it sends.
 *
 * @example
 * ```ts
 * import { ecrStxLrcLink } from '@nationec/transport-serial'
 *
 * const link = ecrStxLrcLink()
 * link.attach(0, { baud: 9600 })
 * console.log(link.step(0).bytesOut.length) // 31: STX, the length, a hello, ETX, LRC
 * // serialTransport({ port, keys, link: () => ecrStxLrcLink() }), and the same at the terminal
 * ```
 */
export function ecrStxLrcLink(options: EcrStxLrcOptions = {}): Link {
  const { answerTime = 1_000, maxMessage = 1_048_576, random = randomBytes } = options
  const bootId = random(8)
  const reader = createEcrReader()
  const counters = { framesSent: 0, framesReceived: 0, framesRejected: 0, framesResent: 0 }
  const bytes = { sent: 0, received: 0 }
  const isReading: Record<StreamName, boolean> = { control: true, data: true }
  const held: Record<StreamName, LinkEvent[]> = { control: [], data: [] }

  let phase: 'detached' | 'calling' | 'up' | 'closed' = 'detached'
  let own = random(8)
  let peer: Hello | undefined
  let generation = 0
  let outbox = createEcrOutbox()
  let inbox = createEcrInbox(maxMessage)
  let waiting: { readonly stream: StreamName; readonly block: Uint8Array; tries: number; until: number } | undefined
  let nextOut = 0
  let lastIn = -1
  let time = 0
  let byteTime = 0
  let callAt = NEVER
  let heardAt = 0
  let isEcho = false
  let out: Uint8Array[] = []
  let events: LinkEvent[] = []

  return {
    attach(now, { baud }) {
      if (phase === 'closed') return
      time = now
      byteTime = 10_000 / baud
      drop('detached')
      phase = 'calling'
      reader.clear()
      isEcho = false
      callAt = now
    },
    detach(now) {
      if (phase === 'closed') return
      time = now
      drop('detached')
      phase = 'detached'
    },
    step(now, bytesIn = new Uint8Array(0)) {
      time = now
      if (phase === 'calling' || phase === 'up') {
        if (reader.isInside && bytesIn.length === 0 && now >= heardAt + BYTE_PAUSE) giveUpBlock()
        if (bytesIn.length > 0) heardAt = now
        bytes.received += bytesIn.length
        reader.push(bytesIn, take)
        keepTime()
      }
      const step = { bytesOut: joinedOut(), events, wakeAt: wakeAt() }
      events = []
      return step
    },
    send(stream, message) {
      if (phase !== 'up') return 'down'
      if (message.length === 0) return 'empty'
      if (message.length > maxMessage) return 'too-long'
      if (outbox.waiting(stream) + message.length > 2 * maxMessage) return 'full'
      outbox.put(stream, message)
      return 'queued'
    },
    pending: (stream) => outbox.waiting(stream) + (waiting?.stream === stream ? waiting.block.length : 0),
    setReading(stream, reading) {
      isReading[stream] = reading
      if (reading) events.push(...held[stream].splice(0))
    },
    restart() {
      if (phase === 'up' || phase === 'calling') beginAnew('restarted')
    },
    close() {
      drop('closed')
      phase = 'closed'
    },
    get isUp() {
      return phase === 'up'
    },
    get statistics() {
      const { sent: bytesSent, received: bytesReceived } = bytes
      return { ...counters, bytesSent, bytesReceived, frameSize: 1_024, byteErrorRate: 0, roundTrip: 0 }
    },
  }

  function take(sign: EcrSign): void {
    if (sign.type === 'damaged') {
      counters.framesRejected += 1
      if (phase === 'up') write(Uint8Array.of(NAK))
    } else if (sign.type === 'block') takeBlock(sign.data)
    else if (waiting !== undefined && phase === 'up') {
      if (sign.type === 'ack') acknowledged(waiting.stream)
      else again()
    }
  }

  function takeBlock(data: Uint8Array): void {
    counters.framesReceived += 1
    if (data[0] === HELLO) {
      const hello = decodeHello(data)
      if (hello !== undefined) greet(hello)
      return
    }
    if (phase !== 'up') return
    write(Uint8Array.of(ACK))
    if (numberOf(data) === lastIn) return // our ACK came too late to be believed: it counts once
    lastIn = numberOf(data)
    const message = inbox.take(data)
    if (message === false) beginAnew('peer-broke-rules')
    else if (message !== undefined) {
      const event: LinkEvent = { type: 'message', ...message }
      if (isReading[message.stream]) events.push(event)
      else held[message.stream].push(event)
    }
  }

  function greet(hello: Hello): void {
    if (equalBytes(hello.own, own)) {
      if (!isEcho) events.push({ type: 'echo' })
      isEcho = true
      return
    }
    const isSeen = equalBytes(hello.seen, own)
    if (phase === 'up' && peer !== undefined && equalBytes(hello.own, peer.own)) {
      if (!isSeen || !hello.isUp) call()
      return
    }
    if (phase === 'up') beginAnew('peer-restarted')
    peer = hello
    if (phase === 'calling' && isSeen) goUp(hello)
    call()
  }

  function goUp({ bootId: peerBootId }: Hello): void {
    phase = 'up'
    callAt = NEVER
    generation += 1
    outbox = createEcrOutbox()
    inbox = createEcrInbox(maxMessage)
    nextOut = 0
    lastIn = -1
    const epoch = ((generation - 1) % 255) + 1
    events.push({ type: 'up', resumed: false, generation, epoch, peerBootId, peerMaxMessage: maxMessage })
  }

  function acknowledged(stream: StreamName): void {
    waiting = undefined
    if (outbox.waiting(stream) === 0) events.push({ type: 'sent', stream })
  }

  /** The other side has said that it could not read the block, so it has not taken it. */
  function again(): void {
    if (waiting === undefined) return
    if (waiting.tries >= TRIES) {
      beginAnew('silent')
      return
    }
    waiting.tries += 1
    counters.framesResent += 1
    transmit(waiting)
  }

  function keepTime(): void {
    // Whether it arrived nobody knows; sending it again could make it happen twice.
    if (waiting !== undefined && time >= waiting.until) beginAnew('silent')
    if (phase === 'calling' && time >= callAt) call()
    if (phase !== 'up' || waiting !== undefined) return
    const next = outbox.take(nextOut)
    if (next === undefined) return
    nextOut = (nextOut + 1) % 256
    waiting = { stream: next.stream, block: encodeBlock(next.data), tries: 1, until: NEVER }
    transmit(waiting)
  }

  function transmit(sending: NonNullable<typeof waiting>): void {
    counters.framesSent += 1
    sending.until = time + sending.block.length * byteTime + answerTime
    write(sending.block)
  }

  function call(): void {
    counters.framesSent += 1
    write(encodeBlock(encodeHello({ isUp: phase === 'up', bootId, own, seen: peer?.own ?? NOTHING_SEEN })))
    if (phase === 'calling') callAt = time + CALL_PAUSE + 60 * byteTime
  }

  function giveUpBlock(): void {
    reader.clear()
    take({ type: 'damaged' })
  }

  function beginAnew(reason: DownReason): void {
    drop(reason)
    phase = 'calling'
    callAt = time
  }

  /** Nothing is kept: what was on its way is unknown. */
  function drop(reason: DownReason): void {
    if (phase === 'up') events.push({ type: 'down', reason, kept: false })
    waiting = undefined
    outbox = createEcrOutbox()
    for (const stream of ['control', 'data'] as const) held[stream] = []
    own = random(8)
    peer = undefined
  }

  function write(block: Uint8Array): void {
    bytes.sent += block.length
    out.push(block)
  }

  function joinedOut(): Uint8Array {
    const [first = new Uint8Array(0), ...rest] = out
    const all = rest.length === 0 ? first : Uint8Array.from(out.flatMap((block) => [...block]))
    out = []
    return all
  }

  function wakeAt(): number {
    if (phase === 'detached' || phase === 'closed') return NEVER
    if (phase === 'up' && waiting === undefined && outbox.waiting('control') + outbox.waiting('data') > 0) return time
    const answer = waiting?.until ?? NEVER
    const block = reader.isInside ? heardAt + BYTE_PAUSE : NEVER
    return Math.min(answer, block, phase === 'calling' ? callAt : NEVER)
  }
}
