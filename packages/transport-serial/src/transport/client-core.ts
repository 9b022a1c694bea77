import type { Journal } from '../journal/journal.ts'
import type {
  LinkMessage,
  PeerId,
  PoisonedMessage,
  PushMessage,
  ReceivedMessage,
  RequestId,
  RequestState,
  ResultMessage,
  StateMessage,
} from '../message/message.ts'
import { signedContent } from '../message/signed-content.ts'
import { type ClientMemory, type NewRequest, type OpenRequest, readClientMemory } from './client-memory.ts'
import { createOutcomeLog, type OutcomeLog } from './outcome-log.ts'

/** What became of a request, as far as it is known. */
export type RequestOutcome =
  | { readonly type: 'answered'; readonly text: string }
  /** `void`: it never arrived. The others: it arrived and was not carried out. */
  | { readonly type: 'void' | 'not-executed' }
  | {
      readonly type: 'refused'
      /** By how many seconds the terminal's clock is ahead of this one; with `too-old`, where clocks are the usual reason. */
      readonly terminalAhead?: number | undefined
      readonly why: Extract<
        RequestState,
        'id-reused' | 'too-old' | 'signature-refused' | 'journal-failed' | 'unreadable'
      >
    }
  /** The terminal does not know; it is asked again. */
  | { readonly type: 'unknown' }
  /** An answer came whose signature is not the terminal's. */
  | { readonly type: 'forged' }
  /** An answer came that cannot be read. */
  | { readonly type: 'unreadable' }

/** What the driver of the core has to do, in order. */
export type ClientAction =
  | { readonly type: 'send'; readonly message: LinkMessage }
  /** Tell the caller, or the listener if the caller has gone; then call `told`. `request` is missing if it is not known. */
  | { readonly type: 'settle'; readonly id: RequestId; readonly outcome: RequestOutcome; readonly request?: NewRequest }
  /** Hand a push on, then call `pushTaken`. */
  | { readonly type: 'push'; readonly id: RequestId; readonly text: string }
  | { readonly type: 'progress'; readonly id: RequestId; readonly step: number }

export interface ClientCoreParts {
  readonly journal: Journal
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly verify: (bytes: Uint8Array, signature: Uint8Array) => boolean
  /** Seconds since 1970. */
  readonly clock: () => number
  /** This institution; results and pushes are signed for it. */
  readonly own: PeerId
  /** The terminal at the other end. Only that one can tell what became of a request it was sent. */
  readonly peer: PeerId
}

/**
 * The institution's rules, without a device, a clock or a promise. A request is sent once in its life; everything that goes
 * wrong afterwards is followed by questions about it, never by a second copy.
 */
export interface ClientCore {
  /** Requests whose outcome is open and that the terminal at the other end can be asked about. */
  readonly unresolved: readonly RequestId[]
  /** Requests whose outcome is open and that went to another terminal: this one would truthfully say that it never saw them. */
  readonly elsewhere: readonly RequestId[]
  /** Writes the request down and sends it. Throws what the journal throws; nothing has left then. */
  submit(request: NewRequest): ClientAction[]
  /**
   * Asks about everything that is open, when the channel opens; later about one request, and only once the terminal's link has
   * all of it: a question overtakes what is still on the line, and would have it refused.
   */
  ask(id?: RequestId): ClientAction[]
  /** Whether it helps to ask about it. */
  isOpen(id: RequestId): boolean
  /** Gives a request up: the terminal is asked to stop, and says how it ended. */
  abort(id: RequestId): ClientAction[]
  received(message: ReceivedMessage): ClientAction[]
  /**
   * The caller or the listener has been told: the outcome is written down, and the terminal may forget it. In this order, so that
   * a crash in between has it told twice rather than never.
   */
  told(id: RequestId): ClientAction[]
  /** The listener has taken the push; it is acknowledged. */
  pushTaken(id: RequestId): ClientAction[]
}

/** @param isWanted tells whether the outcome of a request is taken that this side does not know */
export function createClientCore(parts: ClientCoreParts, isWanted: () => boolean): ClientCore {
  return new ClientRules(parts, isWanted)
}

class ClientRules implements ClientCore {
  readonly #parts: ClientCoreParts
  readonly #isWanted: () => boolean
  readonly #memory: ClientMemory
  readonly #log: OutcomeLog
  readonly #asked = new Set<RequestId>()
  /** Their answer came and cannot be read. */
  readonly #unreadable = new Set<RequestId>()

  constructor(parts: ClientCoreParts, isWanted: () => boolean) {
    this.#parts = parts
    this.#isWanted = isWanted
    this.#memory = readClientMemory(parts.journal)
    this.#log = createOutcomeLog(parts.journal)
  }

  get unresolved(): RequestId[] {
    return [...this.#memory.open.values()].filter((request) => this.#isHere(request)).map(({ id }) => id)
  }

  get elsewhere(): RequestId[] {
    return [...this.#memory.open.values()].filter((request) => !this.#isHere(request)).map(({ id }) => id)
  }

  submit(request: NewRequest): ClientAction[] {
    const { journal, sign, peer } = this.#parts
    const signature = sign(signedContent({ kind: 'request', to: peer, ...request }))
    journal.append({ type: 'request', peer, ...request, signature })
    this.#memory.open.set(request.id, { ...request, peer })
    return [{ type: 'send', message: { kind: 'request', ...request, signature } }]
  }

  isOpen(id: RequestId): boolean {
    return this.#memory.open.has(id) && !this.#unreadable.has(id)
  }

  ask(only?: RequestId): ClientAction[] {
    const wanted = only === undefined ? this.unresolved : [only]
    const unanswered = wanted.filter((id) => !this.#log.isKept(id) && !this.#unreadable.has(id))
    return unanswered.flatMap((id) => this.#askAbout('status', id))
  }

  abort(id: RequestId): ClientAction[] {
    return this.#askAbout('abort', id)
  }

  received(message: ReceivedMessage): ClientAction[] {
    switch (message.kind) {
      case 'result':
        return this.#result(message)
      case 'state':
        return this.#state(message)
      case 'push':
        return this.#push(message)
      case 'progress':
        return this.#memory.open.has(message.id) ? [{ type: 'progress', id: message.id, step: message.step }] : []
      case 'poisoned':
        return this.#poisoned(message)
      default:
        return []
    }
  }

  told(id: RequestId): ClientAction[] {
    const entry = this.#log.told(id)
    if (entry === undefined) return []
    this.#memory.open.delete(id)
    this.#memory.closed.add(id)
    if (entry.type === 'done') return this.#confirm(id)
    this.#log.write(id)
    return []
  }

  pushTaken(id: RequestId): ClientAction[] {
    if (!this.#memory.pushes.has(id)) {
      this.#parts.journal.append({ type: 'acknowledged', peer: this.#parts.peer, id, madeAt: this.#parts.clock() })
      this.#memory.pushes.add(id)
    }
    return [{ type: 'send', message: { kind: 'push-ack', id } }]
  }

  #askAbout(kind: 'status' | 'abort', id: RequestId): ClientAction[] {
    const request = this.#memory.open.get(id)
    if (request === undefined) return []
    this.#asked.add(id)
    return [{ type: 'send', message: { kind, id, madeAt: request.madeAt } }]
  }

  #result(message: ResultMessage): ClientAction[] {
    const { id, madeAt, text, signature } = message
    const { open, closed } = this.#memory
    if (closed.has(id)) return this.#confirm(id)
    if (this.#log.isKept(id) || (!open.has(id) && !this.#isWanted())) return []
    const isOfRequest = (open.get(id)?.madeAt ?? madeAt) === madeAt
    if (!isOfRequest || !this.#isSigned(message)) return this.#settle(id, { type: 'forged' })
    this.#log.keep({ type: 'done', peer: this.#parts.peer, id, madeAt, text, signature })
    return this.#settle(id, { type: 'answered', text })
  }

  #state({ id, state: what }: StateMessage): ClientAction[] {
    const request = this.#memory.open.get(id)
    if (request === undefined || !this.#isHere(request) || this.#log.isKept(id) || what === 'in-progress') return []
    if (what === 'unknown') return this.#settle(id, { type: 'unknown' })
    if (what === 'too-old' && this.#asked.has(id)) {
      // The terminal has forgotten that time, or its memory is newer: a person must find out, no further question helps.
      this.#memory.open.delete(id)
      return [{ type: 'settle', id, outcome: { type: 'unknown' }, request: plain(request) }]
    }
    const { peer, madeAt } = request
    this.#log.keep({ type: what === 'void' ? 'void' : 'not-executed', peer, id, madeAt })
    return this.#settle(
      id,
      what === 'void' || what === 'not-executed' ? { type: what } : { type: 'refused', why: what },
    )
  }

  /** Asked about again, it would come again. A person must find out, or a later edition of this program reads it. */
  #poisoned({ of: kind, id }: PoisonedMessage): ClientAction[] {
    if (kind === 'request') return []
    const refusal: ClientAction = { type: 'send', message: { kind: 'unreadable', id } }
    const isAwaited =
      kind === 'result' && this.#memory.open.has(id) && !this.#log.isKept(id) && !this.#unreadable.has(id)
    if (!isAwaited) return [refusal]
    this.#unreadable.add(id)
    return [refusal, ...this.#settle(id, { type: 'unreadable' })]
  }

  #push(message: PushMessage): ClientAction[] {
    const { id, text } = message
    if (!this.#isSigned(message)) return []
    if (this.#memory.pushes.has(id)) return [{ type: 'send', message: { kind: 'push-ack', id } }]
    return [{ type: 'push', id, text }]
  }

  #settle(id: RequestId, outcome: RequestOutcome): ClientAction[] {
    const request = this.#memory.open.get(id)
    return [{ type: 'settle', id, outcome, ...(request !== undefined && { request: plain(request) }) }]
  }

  /** What the disk does not take is asked about again after a restart; meanwhile the terminal must keep its copy. */
  #confirm(id: RequestId): ClientAction[] {
    return this.#log.write(id) ? [{ type: 'send', message: { kind: 'result-ack', id } }] : []
  }

  #isSigned(message: ResultMessage | PushMessage): boolean {
    return this.#parts.verify(signedContent({ ...message, to: this.#parts.own }), message.signature)
  }

  #isHere(request: OpenRequest): boolean {
    return request.peer === this.#parts.peer
  }
}

function plain({ id, madeAt, url, text }: OpenRequest): NewRequest {
  return { id, madeAt, url, text }
}
