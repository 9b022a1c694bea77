import type { Journal } from '../journal/journal.ts'
import { TEXT_MOST } from '../message/limits.ts'
import type {
  PeerId,
  PoisonedMessage,
  QuestionMessage,
  ReceivedMessage,
  RequestId,
  RequestMessage,
} from '../message/message.ts'
import { signedContent } from '../message/signed-content.ts'
import { bytesOfText } from '../message/text-bytes.ts'
import { type SendAction, Teller } from './teller.ts'
import { digestOf, type Remembered } from './terminal-memory.ts'
import { TerminalRecords } from './terminal-records.ts'

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
  | SendAction
  /** Begin the effect; call `finished` once, in every case. */
  | { readonly type: 'run'; readonly work: Work }
  /** Ask what is being carried out to stop; `finished` still says how it ended. */
  | { readonly type: 'stop'; readonly id: RequestId }
  /** Ask the centre what became of it; call `finished` once. */
  | { readonly type: 'recover'; readonly work: Work }

export interface TerminalCoreParts {
  readonly journal: Journal
  /** This terminal; requests are signed for it. */
  readonly own: PeerId
  /** SM2 over what `signedContent` gives. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly verify: (bytes: Uint8Array, signature: Uint8Array, peer: PeerId) => boolean
  /** Seconds since 1970. */
  readonly clock: () => number
}

/**
 * The terminal's rules, without a device, a clock or a promise: one event in, actions out, and everything that must
 * survive a crash is in the journal before the action that follows from it is given.
 *
 * An act belongs to the institution that asked for it. Another one is told nothing of it: asked, the terminal says `unknown`,
 * never `void`, because the act may have been carried out.
 */
export interface TerminalCore {
  /** Called once: every effect that was begun before the restart is asked about before anything else. */
  start(): TerminalAction[]
  /**
   * An institution is there and has proved itself: what it has not acknowledged is said again.
   *
   * @param time its clock, which gives its requests their time: seconds since 1970
   */
  opened(peer: PeerId, time: number): TerminalAction[]
  /** The link is gone with everything that waited on it. */
  lost(): void
  received(message: ReceivedMessage): TerminalAction[]
  /** The other side's link has the last byte of this result or push: another may follow. */
  arrived(id: RequestId): TerminalAction[]
  finished(id: RequestId, outcome: Outcome): TerminalAction[]
  progress(id: RequestId): TerminalAction[]
  /** Tells an institution something (clause 4.3); repeated until it is acknowledged. */
  push(id: RequestId, text: string, to: PeerId): TerminalAction[]
}

type Refusal = 'void' | 'not-executed' | 'signature-refused' | 'unreadable'

/** Requests that wait for their turn; an institution has one under way, and what it gave up. */
export const WAITING_MOST = 8

export function createTerminalCore(parts: TerminalCoreParts): TerminalCore {
  return new TerminalRules(parts)
}

class TerminalRules implements TerminalCore {
  readonly #parts: TerminalCoreParts
  readonly #records: TerminalRecords
  readonly #teller: Teller
  readonly #waiting: RequestMessage[] = []
  readonly #running = new Map<RequestId, { steps: number }>()

  constructor(parts: TerminalCoreParts) {
    this.#parts = parts
    this.#records = new TerminalRecords(parts.journal)
    this.#teller = new Teller(this.#records)
  }

  start(): TerminalAction[] {
    const begun = [...this.#records.requests].filter(([, { state }]) => state === 'begun')
    return begun.flatMap(([id, known]) => this.#recover(id, known))
  }

  opened(peer: PeerId, time: number): TerminalAction[] {
    this.#records.meet(peer, time)
    return this.#teller.opened(peer)
  }

  arrived(id: RequestId): TerminalAction[] {
    return this.#teller.arrived(id)
  }

  lost(): void {
    this.#teller.lost()
    // They were never begun nor written down: asked about, they count as never seen.
    this.#waiting.length = 0
  }

  received(message: ReceivedMessage): TerminalAction[] {
    const { peer } = this.#teller
    if (peer === undefined) return []
    switch (message.kind) {
      case 'request':
        return this.#request(message, peer)
      case 'status':
      case 'abort':
        return this.#question(message, peer)
      case 'result-ack':
      case 'push-ack':
        return this.#acknowledge(message.id, peer)
      case 'unreadable':
        this.#teller.unreadable(message.id)
        return []
      case 'poisoned':
        return message.of === 'request' ? this.#poisoned(message, peer) : []
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
    const known = this.#records.requests.get(id)
    if (run === undefined || known === undefined) return []
    run.steps += 1
    return this.#teller.progress(id, run.steps, known.peer)
  }

  push(id: RequestId, text: string, to: PeerId): TerminalAction[] {
    const madeAt = this.#parts.clock()
    const signature = this.#parts.sign(signedContent({ kind: 'push', to, id, madeAt, text }))
    this.#records.keepPush({ type: 'push', peer: to, id, madeAt, text, signature })
    return this.#teller.text(id, to, true)
  }

  #request(message: RequestMessage, peer: PeerId): TerminalAction[] {
    const { id, madeAt, url, text, signature } = message
    const known = this.#records.requests.get(id)
    if (known !== undefined) {
      // A tombstone knows no bytes: it refuses every request under its id.
      const isSame = known.peer !== peer || known.digest === undefined || known.digest === digestOf(url, text)
      return isSame ? this.#tell(id, known, peer) : this.#teller.state(id, 'id-reused')
    }
    if (this.#isWaiting(id)) return this.#teller.state(id, 'in-progress')
    if (this.#records.isForgotten(peer, madeAt)) return this.#teller.state(id, 'too-old')
    const content = signedContent({ ...message, to: this.#parts.own })
    if (!this.#parts.verify(content, signature, peer)) return this.#refuse({ peer, id, madeAt }, 'signature-refused')
    if (this.#running.size === 0) return this.#begin(message, peer)
    if (this.#waiting.length >= WAITING_MOST) return this.#refuse({ peer, id, madeAt }, 'not-executed')
    this.#waiting.push(message)
    return this.#teller.state(id, 'in-progress')
  }

  /** What cannot be read is not carried out, under this id never. */
  #poisoned({ id, madeAt }: PoisonedMessage, peer: PeerId): TerminalAction[] {
    const known = this.#records.requests.get(id)
    if (known !== undefined && known.peer !== peer) return this.#teller.state(id, 'unknown')
    if (known !== undefined || this.#isWaiting(id)) return this.#teller.state(id, 'id-reused')
    if (this.#records.isForgotten(peer, madeAt)) return this.#teller.state(id, 'too-old')
    return this.#refuse({ peer, id, madeAt }, 'unreadable')
  }

  /** The entry is durable before the effect can begin; if it cannot be written, there is no effect. */
  #begin({ id, madeAt, url, text, signature }: RequestMessage, peer: PeerId): TerminalAction[] {
    try {
      this.#records.begin({ type: 'request', peer, id, madeAt, url, text, signature }, digestOf(url, text))
    } catch {
      this.#records.bar({ peer, id, madeAt })
      return this.#teller.state(id, 'journal-failed')
    }
    this.#running.set(id, { steps: 0 })
    return [{ type: 'run', work: { id, madeAt, url, text } }]
  }

  /** What waits came over the channel that is open now. */
  #beginNext(): TerminalAction[] {
    const { peer } = this.#teller
    if (this.#running.size > 0 || peer === undefined) return []
    const next = this.#waiting.shift()
    if (next === undefined) return []
    const actions = this.#begin(next, peer)
    return this.#running.size > 0 ? actions : [...actions, ...this.#beginNext()]
  }

  #question({ kind, id, madeAt }: QuestionMessage, peer: PeerId): TerminalAction[] {
    const known = this.#records.requests.get(id)
    if (known !== undefined && known.peer !== peer) return this.#tell(id, known, peer)
    if (known !== undefined) {
      const isRunning = this.#running.has(id)
      const stop: TerminalAction[] = kind === 'abort' && isRunning ? [{ type: 'stop', id }] : []
      const again = known.state === 'begun' && !isRunning ? this.#recover(id, known) : []
      return [...stop, ...again, ...this.#tell(id, known, peer)]
    }
    const place = this.#waiting.findIndex((other) => other.id === id)
    if (place >= 0 && kind === 'status') return this.#teller.state(id, 'in-progress')
    if (place >= 0) {
      this.#waiting.splice(place, 1)
      return this.#refuse({ peer, id, madeAt }, 'not-executed')
    }
    if (this.#records.isForgotten(peer, madeAt)) return this.#teller.state(id, 'too-old')
    return this.#refuse({ peer, id, madeAt }, 'void')
  }

  #refuse(act: { peer: PeerId; id: RequestId; madeAt: number }, answer: Refusal): TerminalAction[] {
    try {
      this.#records.bury({ type: answer === 'void' ? 'void' : 'not-executed', ...act })
    } catch {
      return this.#teller.state(act.id, 'unknown')
    }
    return this.#teller.state(act.id, answer)
  }

  #settle(id: RequestId, outcome: Outcome): TerminalAction[] {
    const known = this.#records.requests.get(id)
    if (known?.state !== 'begun') return []
    const { peer, madeAt } = known
    try {
      if (outcome.type === 'not-executed') this.#records.end(known, { type: 'not-executed', peer, id, madeAt })
      else if (outcome.type === 'done') {
        const { text } = outcome
        // Measured before it is written: what no institution may take would be repeated to it for ever.
        if (bytesOfText(text).length > TEXT_MOST) return this.#teller.state(id, 'unknown', peer)
        const signature = this.#parts.sign(signedContent({ kind: 'result', to: peer, id, madeAt, text }))
        this.#records.end(known, { type: 'done', peer, id, madeAt, text, signature })
      }
    } catch {
      // The effect may stand, but what is not written down may not be said.
      return this.#teller.state(id, 'unknown', peer)
    }
    return this.#tell(id, known, peer, true)
  }

  #recover(id: RequestId, known: Remembered): TerminalAction[] {
    const entry = this.#records.request(known)
    if (entry === undefined) return []
    this.#running.set(id, { steps: 0 })
    return [{ type: 'recover', work: { id, madeAt: entry.madeAt, url: entry.url, text: entry.text } }]
  }

  #acknowledge(id: RequestId, peer: PeerId): TerminalAction[] {
    const known = this.#records.requests.get(id)
    const isResult = known?.state === 'done' && !known.acknowledged && known.peer === peer
    if (!isResult && this.#records.pushes.get(id)?.peer !== peer) return []
    try {
      this.#records.acknowledge(peer, id, this.#parts.clock())
    } catch {
      // It stays unacknowledged: the institution is told again.
    }
    return []
  }

  /** @param to who asks, or whose act has ended */
  #tell(id: RequestId, known: Remembered, to: PeerId, isFresh = false): TerminalAction[] {
    if (known.peer !== to) return this.#teller.state(id, 'unknown', to)
    if (known.state === 'done') return this.#teller.text(id, to, isFresh)
    if (known.state === 'begun') return this.#teller.state(id, this.#running.has(id) ? 'in-progress' : 'unknown', to)
    return this.#teller.state(id, known.state, to)
  }

  #isWaiting(id: RequestId): boolean {
    return this.#waiting.some((other) => other.id === id)
  }
}
