import type { LinkEvent, StreamName } from '../link/link.ts'
import { createEcrInbox, numberOf } from './ecr-messages.ts'

/** Puts the blocks of a session together and keeps what the reader does not take yet. */
export class EcrReceiver {
  readonly #maxMessage: number
  readonly #onMessage: (event: LinkEvent) => void
  readonly #isReading: Record<StreamName, boolean> = { control: true, data: true }
  readonly #held: Record<StreamName, LinkEvent[]> = { control: [], data: [] }
  #inbox
  #last = -1

  constructor(maxMessage: number, onMessage: (event: LinkEvent) => void) {
    this.#maxMessage = maxMessage
    this.#onMessage = onMessage
    this.#inbox = createEcrInbox(maxMessage)
  }

  /** Another session: blocks are counted from 0 again. */
  clear(): void {
    this.#inbox = createEcrInbox(this.#maxMessage)
    this.#last = -1
    for (const stream of ['control', 'data'] as const) this.#held[stream] = []
  }

  /** Takes a block. False if no message can be meant by it. */
  accept(data: Uint8Array): boolean {
    // Our answer came too late to be believed, and the block came again: it counts once.
    if (numberOf(data) === this.#last) return true
    this.#last = numberOf(data)
    const message = this.#inbox.take(data)
    if (message === undefined || message === false) return message !== false
    const event: LinkEvent = { type: 'message', ...message }
    if (this.#isReading[message.stream]) this.#onMessage(event)
    else this.#held[message.stream].push(event)
    return true
  }

  setReading(stream: StreamName, reading: boolean): void {
    this.#isReading[stream] = reading
    if (reading) for (const event of this.#held[stream].splice(0)) this.#onMessage(event)
  }
}
