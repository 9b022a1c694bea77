import { EpochSession, type LineState } from './epoch-session.ts'
import { CONTROL, DATA, type Epoch, type StreamId } from './frame.ts'
import type { LinkEvent, StreamName } from './link.ts'
import type { ReadLinkOptions } from './options.ts'
import type { SyncPayload } from './sync-payload.ts'

const NAMES: readonly [data: StreamName, control: StreamName] = ['data', 'control']

export function idOf(stream: StreamName): StreamId {
  return stream === 'control' ? CONTROL : DATA
}

/** The streams of the present epoch, and what outlives them: their number, what the reader takes, the frames sent again. */
export class Epochs {
  readonly #options: ReadLinkOptions
  readonly #line: LineState
  readonly #onEvent: (event: LinkEvent) => void
  readonly #isReading: [data: boolean, control: boolean] = [true, true]
  #resentBefore = 0
  #generation = 0
  #current: EpochSession | undefined

  constructor(options: ReadLinkOptions, line: LineState, onEvent: (event: LinkEvent) => void) {
    this.#options = options
    this.#line = line
    this.#onEvent = onEvent
  }

  /** `undefined` before the first epoch and between two of them. */
  get current(): EpochSession | undefined {
    return this.#current
  }

  /** How many epochs were begun. */
  get generation(): number {
    return this.#generation
  }

  get framesResent(): number {
    return this.#resentBefore + (this.#current?.framesResent ?? 0)
  }

  /** Goes on with the streams that wait for this peer, or begins new ones. `undefined` if the peer claims what was never sent. */
  enter(
    epoch: Epoch,
    peer: SyncPayload,
    now: number,
  ): { readonly session: EpochSession; resumed: boolean } | undefined {
    if (this.#current !== undefined) {
      return this.#current.resume(now, peer) ? { session: this.#current, resumed: true } : undefined
    }
    this.#generation += 1
    const session = this.#open(epoch, peer)
    this.#current = session
    session.heard(now)
    for (const id of [DATA, CONTROL]) if (!this.#isReading[id]) session.setReading(id, false)
    return { session, resumed: false }
  }

  /** Drops the streams with everything that waits on them. */
  forget(): void {
    this.#resentBefore = this.framesResent
    this.#current = undefined
  }

  /** False when the peer broke the rules. */
  setReading(stream: StreamName, reading: boolean): boolean {
    const id = idOf(stream)
    this.#isReading[id] = reading
    return this.#current?.setReading(id, reading) !== false
  }

  #open(epoch: Epoch, peer: SyncPayload): EpochSession {
    return new EpochSession({
      epoch,
      peer,
      options: this.#options,
      line: this.#line,
      listener: {
        onMessage: (stream, bytes) => this.#onEvent({ type: 'message', stream: NAMES[stream], bytes }),
        onSent: (stream) => this.#onEvent({ type: 'sent', stream: NAMES[stream] }),
      },
    })
  }
}
