import type { Journal } from '../journal/journal.ts'
import { TEXT_MOST } from '../message/limits.ts'
import type {
  LinkMessage,
  PoisonedMessage,
  QuestionMessage,
  ReceivedMessage,
  RequestId,
  RequestMessage,
  RequestState,
} from '../message/message.ts'
import { bytesOfText } from '../message/text-bytes.ts'
import { digestOf, type Remembered } from './terminal-memory.ts'
import { TerminalRecords } from './terminal-records.ts'
import { createTextQueue } from './text-queue.ts'

/** How something that was begun has ended. */
export type Outcome =
  | { readonly type: 'done'; readonly text: string }
  /** It provably had no effect and never will have one. */
  | { readonly type: 'not-executed' }
  | { readonly type: 'unknown' }

/** A request as the terminal carries it out, or asks the centre about. */
export interface Work {
  readonly id: RequestId
  readonly madeAt: number
  readonly url: string
  readonly text: string
}

/** What the driver of the core has to do, in order. */
export type TerminalAction =
  | { readonly type: 'send'; readonly message: LinkMessage }
  /** Begin the effect; call `finished` once, in every case. */
  | { readonly type: 'run'; readonly work: Work }
  /** Ask what is being carried out to stop; `finished` still says how it ended. */
  | { readonly type: 'stop'; readonly id: RequestId }
  /** Ask the centre what became of it; call `finished` once. */
  | { readonly type: 'recover'; readonly work: Work }

export interface TerminalCoreParts {
  readonly journal: Journal
  /** SM2 over the exact bytes of a text. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly verify: (bytes: Uint8Array, signature: Uint8Array) => boolean
  /** Seconds since 1970. */
  readonly clock: () => number
  /**
   * Since when an empty journal remembers: what was made before may have gone to another terminal, or stood in a journal
   * that is lost, and nothing may be said of it.
   */
  readonly since?: number | undefined
}

/**
 * The terminal's rules, without a device, a clock or a promise: one event in, actions out, and everything that must
 * survive a crash is in the journal before the action that follows from it is given.
 */
export interface TerminalCore {
  /** Called once: every effect that was begun before the restart is asked about before anything else. */
  start(): TerminalAction[]
  /** The other side is there and has proved itself: what it has not acknowledged is said again. */
  opened(): TerminalAction[]
  /** The link is gone with everything that waited on it. */
  lost(): void
  received(message: ReceivedMessage): TerminalAction[]
  /** The other side's link has the last byte of this result or push: another may follow. */
  arrived(id: RequestId): TerminalAction[]
  finished(id: RequestId, outcome: Outcome): TerminalAction[]
  progress(id: RequestId): TerminalAction[]
  /** Tells the institution something (clause 4.3); repeated until it is acknowledged. */
  push(id: RequestId, text: string): TerminalAction[]
}

type Refusal = 'void' | 'not-executed' | 'signature-refused' | 'unreadable'

/** Requests that wait for their turn; an institution has one under way, and what it gave up. */
const WAITING_MOST = 8

export function createTerminalCore(parts: TerminalCoreParts): TerminalCore {
  return new TerminalRules(parts)
}

class TerminalRules implements TerminalCore {
  readonly #sign: TerminalCoreParts['sign']
  readonly #verify: TerminalCoreParts['verify']
  readonly #clock: () => number
  readonly #records: TerminalRecords
  readonly #waiting: RequestMessage[] = []
  readonly #running = new Map<RequestId, { steps: number }>()
  readonly #texts = createTextQueue()
  /** The institution cannot read them: they are told when it asks, and not at every opening. */
  readonly #unreadable = new Set<RequestId>()
  #isOpen = false

  constructor({ journal, sign, verify, clock, since }: TerminalCoreParts) {
    this.#sign = sign
    this.#verify = verify
    this.#clock = clock
    this.#records = new TerminalRecords(journal, since)
  }

  start(): TerminalAction[] {
    const begun = [...this.#records.requests].filter(([, { state }]) => state === 'begun')
    return begun.flatMap(([id, known]) => this.#recover(id, known))
  }

  opened(): TerminalAction[] {
    this.#isOpen = true
    this.#texts.clear()
    const { requests, pushes } = this.#records
    const results = [...requests].filter(([, { state, acknowledged }]) => state === 'done' && !acknowledged)
    const ids = [...results.map(([id]) => id), ...pushes].filter((id) => !this.#unreadable.has(id))
    return ids.flatMap((id) => this.#tellText(id))
  }

  arrived(id: RequestId): TerminalAction[] {
    const next = this.#texts.next(id)
    return next === undefined ? [] : this.#sendText(next)
  }

  lost(): void {
    this.#isOpen = false
    this.#texts.clear()
    // They were never begun nor written down: asked about, they count as never seen.
    this.#waiting.length = 0
  }

  received(message: ReceivedMessage): TerminalAction[] {
    switch (message.kind) {
      case 'request':
        return this.#request(message)
      case 'status':
      case 'abort':
        return this.#question(message)
      case 'result-ack':
      case 'push-ack':
        return this.#acknowledge(message.id)
      case 'unreadable':
        this.#unreadable.add(message.id)
        return []
      case 'poisoned':
        return message.of === 'request' ? this.#poisoned(message) : []
      default:
        return []
    }
  }

  finished(id: RequestId, outcome: Outcome): TerminalAction[] {
    this.#running.delete(id)
    return [...this.#settle(id, outcome), ...this.#beginNext()]
  }

  progress(id: RequestId): TerminalAction[] {
    const run = this.#running.get(id)
    if (run === undefined) return []
    run.steps += 1
    return this.#send({ kind: 'progress', id, step: run.steps })
  }

  push(id: RequestId, text: string): TerminalAction[] {
    const signature = this.#sign(bytesOfText(text))
    this.#records.keepPush({ type: 'push', id, madeAt: this.#clock(), text, signature })
    return this.#tellText(id, true)
  }

  #request(message: RequestMessage): TerminalAction[] {
    const { id, madeAt, url, text, signature } = message
    const known = this.#records.requests.get(id)
    if (known !== undefined) {
      // A tombstone knows no bytes: it refuses every request under its id.
      const isSame = known.digest === undefined || known.digest === digestOf(url, text)
      return isSame ? this.#tell(id, known) : this.#state(id, 'id-reused')
    }
    if (this.#waiting.some((other) => other.id === id)) return this.#state(id, 'in-progress')
    if (this.#records.isForgotten(madeAt)) return this.#state(id, 'too-old')
    if (!this.#verify(bytesOfText(text), signature)) return this.#refuse(id, madeAt, 'signature-refused')
    if (this.#running.size === 0) return this.#begin(message)
    if (this.#waiting.length >= WAITING_MOST) return this.#refuse(id, madeAt, 'not-executed')
    this.#waiting.push(message)
    return this.#state(id, 'in-progress')
  }

  /** What cannot be read is not carried out, under this id never. */
  #poisoned({ id, madeAt }: PoisonedMessage): TerminalAction[] {
    const isKnown = this.#records.requests.has(id) || this.#waiting.some((other) => other.id === id)
    if (isKnown) return this.#state(id, 'id-reused')
    return this.#records.isForgotten(madeAt) ? this.#state(id, 'too-old') : this.#refuse(id, madeAt, 'unreadable')
  }

  /** The entry is durable before the effect can begin; if it cannot be written, there is no effect. */
  #begin({ id, madeAt, url, text, signature }: RequestMessage): TerminalAction[] {
    try {
      this.#records.begin({ type: 'request', id, madeAt, url, text, signature }, digestOf(url, text))
    } catch {
      this.#records.bar(id, madeAt)
      return this.#state(id, 'journal-failed')
    }
    this.#running.set(id, { steps: 0 })
    return [{ type: 'run', work: { id, madeAt, url, text } }]
  }

  #beginNext(): TerminalAction[] {
    if (this.#running.size > 0) return []
    const next = this.#waiting.shift()
    if (next === undefined) return []
    const actions = this.#begin(next)
    return this.#running.size > 0 ? actions : [...actions, ...this.#beginNext()]
  }

  #question({ kind, id, madeAt }: QuestionMessage): TerminalAction[] {
    const known = this.#records.requests.get(id)
    if (known !== undefined) {
      const isRunning = this.#running.has(id)
      const stop: TerminalAction[] = kind === 'abort' && isRunning ? [{ type: 'stop', id }] : []
      const again = known.state === 'begun' && !isRunning ? this.#recover(id, known) : []
      return [...stop, ...again, ...this.#tell(id, known)]
    }
    const place = this.#waiting.findIndex((other) => other.id === id)
    if (place >= 0 && kind === 'status') return this.#state(id, 'in-progress')
    if (place >= 0) {
      this.#waiting.splice(place, 1)
      return this.#refuse(id, madeAt, 'not-executed')
    }
    return this.#records.isForgotten(madeAt) ? this.#state(id, 'too-old') : this.#refuse(id, madeAt, 'void')
  }

  #refuse(id: RequestId, madeAt: number, answer: Refusal): TerminalAction[] {
    try {
      this.#records.bury({ type: answer === 'void' ? 'void' : 'not-executed', id, madeAt })
    } catch {
      return this.#state(id, 'unknown')
    }
    return this.#state(id, answer)
  }

  #settle(id: RequestId, outcome: Outcome): TerminalAction[] {
    const known = this.#records.requests.get(id)
    if (known?.state !== 'begun') return []
    const { madeAt } = known
    try {
      if (outcome.type === 'not-executed') this.#records.end(known, { type: 'not-executed', id, madeAt })
      else if (outcome.type === 'done') {
        const { text } = outcome
        const bytes = bytesOfText(text)
        if (bytes.length > TEXT_MOST) return this.#state(id, 'unknown')
        this.#records.end(known, { type: 'done', id, madeAt, text, signature: this.#sign(bytes) })
      }
    } catch {
      // The effect may stand, but what is not written down may not be said.
      return this.#state(id, 'unknown')
    }
    return this.#tell(id, known, true)
  }

  #recover(id: RequestId, known: Remembered): TerminalAction[] {
    const entry = this.#records.request(known)
    if (entry === undefined) return []
    this.#running.set(id, { steps: 0 })
    return [{ type: 'recover', work: { id, madeAt: entry.madeAt, url: entry.url, text: entry.text } }]
  }

  #acknowledge(id: RequestId): TerminalAction[] {
    const known = this.#records.requests.get(id)
    const isResult = known?.state === 'done' && !known.acknowledged
    if (!isResult && !this.#records.hasPush(id)) return []
    try {
      this.#records.acknowledge(id, this.#clock())
    } catch {
      // It stays unacknowledged: the institution is told again.
    }
    return []
  }

  #tell(id: RequestId, known: Remembered, isFresh = false): TerminalAction[] {
    if (known.state === 'done') return this.#tellText(id, isFresh)
    if (known.state === 'begun') return this.#state(id, this.#running.has(id) ? 'in-progress' : 'unknown')
    return this.#state(id, known.state)
  }

  /** Nothing, if it waits or is on its way: then it is told already. */
  #tellText(id: RequestId, isFresh = false): TerminalAction[] {
    return this.#isOpen && this.#texts.add(id, isFresh) ? this.#sendText(id) : []
  }

  /** Read from the journal when it leaves and not before: what waits takes no memory. */
  #sendText(id: RequestId): TerminalAction[] {
    const known = this.#records.requests.get(id)
    if (known === undefined) {
      const entry = this.#records.push(id)
      if (entry === undefined) return this.arrived(id) // it was acknowledged meanwhile
      return this.#send({ kind: 'push', id, text: entry.text, signature: entry.signature })
    }
    const entry = this.#records.result(known)
    if (entry === undefined) return [...this.#state(id, 'unknown'), ...this.arrived(id)]
    return this.#send({ kind: 'result', id, text: entry.text, signature: entry.signature })
  }

  #state(id: RequestId, state: RequestState): TerminalAction[] {
    return this.#send({ kind: 'state', id, state })
  }

  #send(message: LinkMessage): TerminalAction[] {
    return this.#isOpen ? [{ type: 'send', message }] : []
  }
}
