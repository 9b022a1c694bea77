import type { Journal } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { LinkMessage, RequestId, RequestState, SignedText, StateMessage } from '../message/message.ts'
import { bytesOfText } from '../message/text-bytes.ts'
import { type NewRequest, type OpenRequest, readClientMemory } from './client-memory.ts'

/** What became of a request, as far as it is known. */
export type RequestOutcome =
  | { readonly type: 'answered'; readonly text: string }
  /** `void`: it never arrived. The others: it arrived and was not carried out. */
  | { readonly type: 'void' | 'not-executed' }
  | {
      readonly type: 'refused'
      readonly why: Extract<RequestState, 'id-reused' | 'too-old' | 'signature-refused' | 'journal-failed'>
    }
  /** The terminal does not know; it is asked again. */
  | { readonly type: 'unknown' }
  /** An answer came whose signature is not the terminal's. */
  | { readonly type: 'forged' }

/** What whoever drives the core has to do, in order. */
export type ClientAction =
  | { readonly type: 'send'; readonly message: LinkMessage }
  /** Tell the caller, or whoever listens if the caller has gone; then call `told`. `request` is missing if nobody knows it. */
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
  /** Stands for the key of the terminal at the other end. Only that one can tell what became of a request it was sent. */
  readonly counterpart?: RequestId | undefined
}

/**
 * The institution's rules, without a device, a clock or a promise. A request is sent once in its life; whatever goes
 * wrong afterwards is followed by questions about it, never by a second copy.
 */
export interface ClientCore {
  /** Requests whose outcome is open and that the terminal at the other end can be asked about. */
  readonly unresolved: readonly RequestId[]
  /** Requests whose outcome is open and that went to another terminal: this one would truthfully say that it never saw them. */
  readonly elsewhere: readonly RequestId[]
  /** Writes the request down and sends it. Throws what the journal throws; nothing has left then. */
  submit(request: NewRequest): ClientAction[]
  /** Asks about everything that is open. Call it when the channel opens, and from time to time. */
  ask(): ClientAction[]
  /** Gives a request up: the terminal is asked to stop, and says how it ended. */
  abort(id: RequestId): ClientAction[]
  received(message: LinkMessage): ClientAction[]
  /**
   * Whoever was to be told has been: the outcome is written down, and the terminal may forget it. In this order, so that
   * a crash in between has it told twice rather than never.
   */
  told(id: RequestId): ClientAction[]
  /** Whoever listens has taken the push; it is acknowledged. */
  pushTaken(id: RequestId): ClientAction[]
}

/** @param isWanted tells whether somebody takes the outcome of a request that this side does not know */
export function createClientCore(parts: ClientCoreParts, isWanted: () => boolean): ClientCore {
  const { journal, sign, verify, clock, counterpart } = parts
  const memory = readClientMemory(journal)
  const { open, closed, pushes } = memory
  const asked = new Set<RequestId>()
  const untold = new Map<RequestId, Extract<JournalEntry, { readonly id: RequestId }>>()
  /** Told, and the disk did not take it. */
  const unwritten = new Map<RequestId, JournalEntry>()

  return {
    get unresolved() {
      return [...open.values()].filter(isHere).map(({ id }) => id)
    },
    get elsewhere() {
      return [...open.values()].filter((request) => !isHere(request)).map(({ id }) => id)
    },
    submit(request) {
      const signature = sign(bytesOfText(request.text))
      if (counterpart !== undefined && memory.counterpart !== counterpart) {
        journal.append({ type: 'counterpart', id: counterpart, madeAt: request.madeAt })
        memory.counterpart = counterpart
      }
      journal.append({ type: 'request', ...request, signature })
      open.set(request.id, { ...request, counterpart })
      return [{ type: 'send', message: { kind: 'request', ...request, signature } }]
    },
    ask() {
      const unanswered = [...open.values()].filter((request) => isHere(request) && !untold.has(request.id))
      for (const { id } of unanswered) asked.add(id)
      return unanswered.map(({ id, madeAt }) => ({ type: 'send', message: { kind: 'status', id, madeAt } }))
    },
    abort(id) {
      const request = open.get(id)
      if (request === undefined) return []
      asked.add(id)
      return [{ type: 'send', message: { kind: 'abort', id, madeAt: request.madeAt } }]
    },
    received(message) {
      switch (message.kind) {
        case 'result':
          return result(message.id, message)
        case 'state':
          return state(message)
        case 'push':
          return push(message.id, message)
        case 'progress':
          return open.has(message.id) ? [{ type: 'progress', id: message.id, step: message.step }] : []
        default:
          return []
      }
    },
    told(id) {
      const entry = untold.get(id)
      if (entry === undefined) return []
      untold.delete(id)
      unwritten.set(id, entry)
      open.delete(id)
      closed.add(id)
      if (entry.type === 'done') return confirm(id)
      isWritten(id)
      return []
    },
    pushTaken(id) {
      if (!pushes.has(id)) {
        journal.append({ type: 'acknowledged', id, madeAt: clock() })
        pushes.add(id)
      }
      return [{ type: 'send', message: { kind: 'push-ack', id } }]
    },
  }

  function result(id: RequestId, { text, signature }: SignedText): ClientAction[] {
    if (closed.has(id)) return confirm(id)
    if (untold.has(id) || (!open.has(id) && !isWanted())) return []
    if (!verify(bytesOfText(text), signature)) return settle(id, { type: 'forged' })
    untold.set(id, { type: 'done', id, madeAt: clock(), text, signature })
    return settle(id, { type: 'answered', text })
  }

  function state({ id, state: what }: StateMessage): ClientAction[] {
    const request = open.get(id)
    if (request === undefined || !isHere(request) || untold.has(id) || what === 'in-progress') return []
    if (what === 'unknown') return settle(id, { type: 'unknown' })
    if (what === 'too-old' && asked.has(id)) {
      // The terminal has forgotten that time, or its memory is newer: a person must find out, no further question helps.
      open.delete(id)
      return [{ type: 'settle', id, outcome: { type: 'unknown' }, request: plain(request) }]
    }
    untold.set(id, { type: what === 'void' ? 'void' : 'not-executed', id, madeAt: request.madeAt })
    return settle(id, what === 'void' || what === 'not-executed' ? { type: what } : { type: 'refused', why: what })
  }

  function push(id: RequestId, { text, signature }: SignedText): ClientAction[] {
    if (!verify(bytesOfText(text), signature)) return []
    if (pushes.has(id)) return [{ type: 'send', message: { kind: 'push-ack', id } }]
    return [{ type: 'push', id, text }]
  }

  function settle(id: RequestId, outcome: RequestOutcome): ClientAction[] {
    const request = open.get(id)
    return [{ type: 'settle', id, outcome, ...(request !== undefined && { request: plain(request) }) }]
  }

  /** What the disk does not take is asked about again after a restart; meanwhile the terminal must keep its copy. */
  function confirm(id: RequestId): ClientAction[] {
    return isWritten(id) ? [{ type: 'send', message: { kind: 'result-ack', id } }] : []
  }

  function isWritten(id: RequestId): boolean {
    const entry = unwritten.get(id)
    try {
      if (entry !== undefined) journal.append(entry)
    } catch {
      return false
    }
    unwritten.delete(id)
    return true
  }

  function isHere(request: OpenRequest): boolean {
    return counterpart === undefined || request.counterpart === undefined || request.counterpart === counterpart
  }
}

function plain({ id, madeAt, url, text }: OpenRequest): NewRequest {
  return { id, madeAt, url, text }
}
