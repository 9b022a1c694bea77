import type { StreamName } from '../link/link.ts'
import { encodeBlock } from './ecr-block.ts'
import { createEcrOutbox } from './ecr-messages.ts'

/** How often a block is sent in all that the other side says it could not read. */
const TRIES = 3
const NEVER = Number.POSITIVE_INFINITY

interface Sending {
  readonly stream: StreamName
  readonly number: number
  readonly block: Uint8Array
  tries: number
  until: number
}

export interface EcrSenderOptions {
  /** Milliseconds that the answer to a block may take after its last bit. */
  readonly answerTime: number
  readonly write: (block: Uint8Array) => void
}

/** Sends messages block by block: the next one leaves when the answer to the last one has come. */
export class EcrSender {
  readonly #answerTime: number
  readonly #write: (block: Uint8Array) => void
  #outbox = createEcrOutbox()
  #sending: Sending | undefined
  #number = 0
  framesSent = 0
  framesResent = 0

  constructor({ answerTime, write }: EcrSenderOptions) {
    this.#answerTime = answerTime
    this.#write = write
  }

  /** Drops what waits and what is on its way; blocks are counted from 0 again. */
  clear(): void {
    this.#outbox = createEcrOutbox()
    this.#sending = undefined
    this.#number = 0
  }

  put(stream: StreamName, message: Uint8Array): void {
    this.#outbox.put(stream, message)
  }

  /** Bytes that were not handed to the line yet. */
  waiting(stream: StreamName): number {
    return this.#outbox.waiting(stream)
  }

  /** The same, with the block whose answer has not come. */
  pending(stream: StreamName): number {
    return this.waiting(stream) + (this.#sending?.stream === stream ? this.#sending.block.length : 0)
  }

  /** When the answer is too late; `Infinity` if none is awaited. */
  get dueAt(): number {
    return this.#sending?.until ?? NEVER
  }

  /** Whether {@link sendNext} would send. */
  get hasWork(): boolean {
    return this.#sending === undefined && this.waiting('control') + this.waiting('data') > 0
  }

  /** Sends the next block, unless an answer is awaited. */
  sendNext(now: number, byteTime: number): void {
    if (this.#sending !== undefined) return
    const next = this.#outbox.take(this.#number)
    if (next === undefined) return
    const number = this.#number
    this.#number = (number + 1) % 256
    this.#sending = { stream: next.stream, number, block: encodeBlock(next.data), tries: 1, until: NEVER }
    this.#transmit(this.#sending, now, byteTime)
  }

  /** The block of that number has arrived. Gives its stream if nothing more waits on it. Another number says nothing. */
  acknowledged(number: number): StreamName | undefined {
    if (this.#sending?.number !== number) return undefined
    const { stream } = this.#sending
    this.#sending = undefined
    return this.waiting(stream) === 0 ? stream : undefined
  }

  /**
   * The other side has said that it could not read the block, so it has not taken it: it is sent again, under its number.
   *
   * @returns false if it was sent often enough
   */
  refused(now: number, byteTime: number): boolean {
    if (this.#sending === undefined) return true
    if (this.#sending.tries >= TRIES) return false
    this.#sending.tries += 1
    this.framesResent += 1
    this.#transmit(this.#sending, now, byteTime)
    return true
  }

  #transmit(sending: Sending, now: number, byteTime: number): void {
    this.framesSent += 1
    sending.until = now + sending.block.length * byteTime + this.#answerTime
    this.#write(sending.block)
  }
}
