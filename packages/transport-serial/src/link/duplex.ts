import type { Acknowledgement } from './ack.ts'
import type { StreamId } from './frame.ts'
import type { Verdict } from './in-flight.ts'
import { createMessageReader, lengthPrefix, type MessageReader } from './message-reader.ts'
import { expandOffset } from './offsets.ts'
import { ReceiveStream } from './receive-stream.ts'
import { SendStream } from './send-stream.ts'

/** A peer that offers more room than this is not believed; no line needs it. */
export const MOST_CREDIT = 1024 * 1024

export interface DuplexOptions {
  readonly id: StreamId
  /** How many bytes the peer takes before it says more. */
  readonly credit: number
  readonly window: number
  readonly maxMessage: number
}

/** One stream in both directions, from messages to pieces and back. */
export class Duplex {
  readonly id: StreamId
  readonly out: SendStream
  readonly in: ReceiveStream
  readonly #messages: MessageReader
  /** A piece came, or the peer asked: the peer waits for an ACK. */
  owesAck = false
  /** How often the last segment was sent again without any news. */
  probes = 0
  /** Set when all that was queued has arrived. */
  #isDone = true
  #isBroken = false

  constructor({ id, credit, window, maxMessage }: DuplexOptions) {
    this.id = id
    this.out = new SendStream(Math.min(credit, MOST_CREDIT))
    this.in = new ReceiveStream(window)
    this.#messages = createMessageReader(maxMessage)
  }

  send(message: Uint8Array): void {
    this.out.append(lengthPrefix(message.length))
    this.out.append(message)
    this.#isDone = false
  }

  /** Takes the payload of a DATA frame. False when the peer broke the rules. */
  accept(offset: number, payload: Uint8Array, onMessage: (message: Uint8Array) => void): boolean {
    const full = expandOffset(offset, this.in.next)
    if (full < 0 || payload.length === 0) return false
    if (this.in.accept(full, payload, this.#toMessages(onMessage))) this.owesAck = true
    return !this.#isBroken
  }

  setReading(reading: boolean, onMessage: (message: Uint8Array) => void): boolean {
    this.in.setReading(reading, this.#toMessages(onMessage))
    this.owesAck ||= reading
    return !this.#isBroken
  }

  /** Takes the news of an ACK; `undefined` when it is not to be believed. */
  acknowledge(news: Acknowledgement): Verdict | undefined {
    const before = this.out.pending
    const verdict = this.out.acknowledge({ ...news, credit: Math.min(news.credit, MOST_CREDIT) })
    if (verdict !== undefined && (verdict.arrived.length > 0 || this.out.pending < before)) this.probes = 0
    return verdict
  }

  /** True once after everything that was queued has arrived. */
  takeDone(): boolean {
    if (this.#isDone || this.out.pending > 0) return false
    this.#isDone = true
    return true
  }

  #toMessages(onMessage: (message: Uint8Array) => void): (bytes: Uint8Array) => void {
    return (bytes) => {
      if (!this.#isBroken) this.#isBroken = !this.#messages.push(bytes, onMessage)
    }
  }
}
