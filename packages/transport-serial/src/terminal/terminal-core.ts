import type { Journal, JournalPosition } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { TEXT_MOST } from '../message/limits.ts'
import type { LinkMessage, QuestionMessage, RequestId, RequestMessage, RequestState } from '../message/message.ts'
import { bytesOfText } from '../message/text-bytes.ts'
import { digestOf, type Remembered, readMemory, type TerminalMemory } from './terminal-memory.ts'

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

/** What whoever drives the core has to do, in order. */
export type TerminalAction =
  | { readonly type: 'send'; readonly message: LinkMessage }
  /** Begin the effect; call `finished` once, whatever happens. */
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
  received(message: LinkMessage): TerminalAction[]
  finished(id: RequestId, outcome: Outcome): TerminalAction[]
  progress(id: RequestId): TerminalAction[]
  /** Tells the institution something (clause 4.3); repeated until it is acknowledged. */
  push(id: RequestId, text: string): TerminalAction[]
}

/** Requests that wait for their turn; an institution has one under way, and what it gave up. */
const WAITING_MOST = 8

export function createTerminalCore(parts: TerminalCoreParts): TerminalCore {
  const { journal, sign, verify, clock, since } = parts
  const memory: TerminalMemory = readMemory(journal)
  const { requests, pushes } = memory
  let isUnmarked = memory.isEmpty && since !== undefined
  if (isUnmarked) memory.lowWater = since ?? -1
  const waiting: RequestMessage[] = []
  const running = new Map<RequestId, { steps: number }>()
  let isOpen = false

  return {
    start: () => [...requests].flatMap(([id, known]) => (known.state === 'begun' ? recover(id, known) : [])),
    opened() {
      isOpen = true
      const results = [...requests].filter(([, { state, acknowledged }]) => state === 'done' && !acknowledged)
      return [...results.flatMap(([id, known]) => repeat(id, known)), ...[...pushes.keys()].flatMap(repeatPush)]
    },
    lost() {
      isOpen = false
      // They were never begun nor written down: asked about, they count as never seen.
      waiting.length = 0
    },
    received(message) {
      switch (message.kind) {
        case 'request':
          return request(message)
        case 'status':
        case 'abort':
          return question(message)
        case 'result-ack':
        case 'push-ack':
          return acknowledge(message.id)
        default:
          return []
      }
    },
    finished(id, outcome) {
      running.delete(id)
      return [...settle(id, outcome), ...beginNext()]
    },
    progress(id) {
      const run = running.get(id)
      if (run === undefined) return []
      run.steps += 1
      return send({ kind: 'progress', id, step: run.steps })
    },
    push(id, text) {
      const signature = sign(bytesOfText(text))
      const position = write({ type: 'push', id, madeAt: clock(), text, signature })
      pushes.set(id, position)
      return repeatPush(id)
    },
  }

  /** An empty journal begins with the time since when it remembers. */
  function write(entry: JournalEntry): JournalPosition {
    if (isUnmarked) journal.append({ type: 'low-water', madeAt: memory.lowWater })
    isUnmarked = false
    return journal.append(entry)
  }

  function request(message: RequestMessage): TerminalAction[] {
    const { id, madeAt, url, text, signature } = message
    const known = requests.get(id)
    const digest = digestOf(url, text)
    if (known !== undefined) {
      // A tombstone knows no bytes: it refuses whatever comes under its id.
      return known.digest === undefined || known.digest === digest ? tell(id, known) : state(id, 'id-reused')
    }
    if (waiting.some((other) => other.id === id)) return state(id, 'in-progress')
    if (madeAt <= memory.lowWater) return state(id, 'too-old')
    if (!verify(bytesOfText(text), signature)) return refuse(id, madeAt, 'signature-refused')
    if (running.size === 0) return begin(message)
    if (waiting.length >= WAITING_MOST) return refuse(id, madeAt, 'not-executed')
    waiting.push(message)
    return state(id, 'in-progress')
  }

  /** The entry is durable before the effect can begin; if it cannot be written, there is no effect. */
  function begin({ id, madeAt, url, text, signature }: RequestMessage): TerminalAction[] {
    const known: Remembered = { state: 'begun', madeAt, digest: digestOf(url, text), acknowledged: false, position: 0 }
    try {
      known.position = write({ type: 'request', id, madeAt, url, text, signature })
    } catch {
      requests.set(id, { ...known, state: 'not-executed', digest: undefined })
      return state(id, 'journal-failed')
    }
    requests.set(id, known)
    running.set(id, { steps: 0 })
    return [{ type: 'run', work: { id, madeAt, url, text } }]
  }

  function beginNext(): TerminalAction[] {
    if (running.size > 0) return []
    const next = waiting.shift()
    if (next === undefined) return []
    const actions = begin(next)
    return running.size > 0 ? actions : [...actions, ...beginNext()]
  }

  function question({ kind, id, madeAt }: QuestionMessage): TerminalAction[] {
    const known = requests.get(id)
    const place = waiting.findIndex((other) => other.id === id)
    if (known !== undefined) {
      const stop: TerminalAction[] = kind === 'abort' && running.has(id) ? [{ type: 'stop', id }] : []
      const again = known.state === 'begun' && !running.has(id) ? recover(id, known) : []
      return [...stop, ...again, ...tell(id, known)]
    }
    if (place >= 0 && kind === 'status') return state(id, 'in-progress')
    if (place >= 0) {
      waiting.splice(place, 1)
      return refuse(id, madeAt, 'not-executed')
    }
    if (madeAt <= memory.lowWater) return state(id, 'too-old')
    return refuse(id, madeAt, 'void')
  }

  /** Writes a tombstone, so that what is said now stays true whatever the line still brings. */
  function refuse(
    id: RequestId,
    madeAt: number,
    answer: 'void' | 'not-executed' | 'signature-refused',
  ): TerminalAction[] {
    const type = answer === 'void' ? 'void' : 'not-executed'
    try {
      const position = write({ type, id, madeAt })
      requests.set(id, { state: type, madeAt, digest: undefined, acknowledged: true, position })
    } catch {
      return state(id, 'unknown')
    }
    return state(id, answer)
  }

  function settle(id: RequestId, outcome: Outcome): TerminalAction[] {
    const known = requests.get(id)
    if (known?.state !== 'begun') return []
    const { madeAt } = known
    try {
      if (outcome.type === 'not-executed') {
        write({ type: 'not-executed', id, madeAt })
        known.state = 'not-executed'
      } else if (outcome.type === 'done') {
        const bytes = bytesOfText(outcome.text)
        if (bytes.length > TEXT_MOST) return state(id, 'unknown')
        known.position = write({ type: 'done', id, madeAt, text: outcome.text, signature: sign(bytes) })
        known.state = 'done'
      }
    } catch {
      // The effect may stand, but what is not written down may not be said.
      return state(id, 'unknown')
    }
    return tell(id, known)
  }

  function recover(id: RequestId, { position }: Remembered): TerminalAction[] {
    const entry = read(position)
    if (entry?.type !== 'request') return []
    running.set(id, { steps: 0 })
    return [{ type: 'recover', work: { id, madeAt: entry.madeAt, url: entry.url, text: entry.text } }]
  }

  function acknowledge(id: RequestId): TerminalAction[] {
    const known = requests.get(id)
    const isResult = known?.state === 'done' && !known.acknowledged
    if (!isResult && !pushes.has(id)) return []
    try {
      write({ type: 'acknowledged', id, madeAt: clock() })
    } catch {
      return []
    }
    if (known !== undefined) known.acknowledged = true
    pushes.delete(id)
    return []
  }

  function tell(id: RequestId, known: Remembered): TerminalAction[] {
    if (known.state === 'done') return repeat(id, known)
    if (known.state === 'begun') return state(id, running.has(id) ? 'in-progress' : 'unknown')
    return state(id, known.state)
  }

  function repeat(id: RequestId, { position }: Remembered): TerminalAction[] {
    const entry = read(position)
    if (entry?.type !== 'done') return state(id, 'unknown')
    return send({ kind: 'result', id, text: entry.text, signature: entry.signature })
  }

  function repeatPush(id: RequestId): TerminalAction[] {
    const entry = read(pushes.get(id) ?? 0)
    return entry?.type === 'push' ? send({ kind: 'push', id, text: entry.text, signature: entry.signature }) : []
  }

  /** A disk that cannot be read is no reason to stop: what is not known is not said. */
  function read(position: JournalPosition): JournalEntry | undefined {
    try {
      return journal.read(position)
    } catch {
      return undefined
    }
  }

  function state(id: RequestId, what: RequestState): TerminalAction[] {
    return send({ kind: 'state', id, state: what })
  }

  function send(message: LinkMessage): TerminalAction[] {
    return isOpen ? [{ type: 'send', message }] : []
  }
}
