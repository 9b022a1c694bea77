import { isNationEcError } from '@nationec/errors'
import { maskMessage } from '@nationec/protocol/privacy'
import type { Interceptor } from '@nationec/transport'
import { shownText } from '../model/shown-number.ts'
import { sightOfTerminal } from './sight-of-terminal.ts'

/** One exchange with the terminal, masked. */
export interface TraceEntry {
  readonly id: number
  /** ISO 8601. */
  readonly at: string
  readonly transport: string
  /** Masked JSON texts; empty and absent while the trace is not watched. */
  readonly request: string
  readonly answer?: string
  /** Milliseconds, waiting for the terminal included. */
  readonly durationMs: number
  readonly code?: string
  readonly delivery?: string
}

/** What went over the wire last. */
export interface TraceLog {
  /** Sees every exchange. */
  readonly interceptor: Interceptor
  /** Newest first. Who asks watches for {@link WATCHED_FOR}. */
  newest(limit: number): readonly TraceEntry[]
}

export interface TraceLogOptions {
  readonly clock: () => number
  /** Hears every exchange that has ended. */
  readonly onEntry: (entry: TraceEntry) => void
  /** Whether a stream hears the trace: masking costs time. Texts are kept masked or not at all. */
  readonly watched: () => boolean
  /** `seen`: whether the terminal was there; `undefined` when the exchange does not tell. */
  readonly onExchange: (durationMs: number, outcome: string, seen: boolean | undefined) => void
}

interface Failure {
  readonly code?: string
  readonly delivery?: string
}

const KEPT = 200
/** Milliseconds that a look at the trace counts as watching: a page looks first and follows then. */
const WATCHED_FOR = 10 * 60_000
/** The head of a long bill tells enough. */
const LONGEST = 20_000

/** Puts a listener between client and transport that keeps masked texts only. */
export function createTraceLog(options: TraceLogOptions): TraceLog {
  const { clock, onEntry, watched, onExchange } = options
  const entries: TraceEntry[] = []
  let count = 0
  let askedAt = Number.NEGATIVE_INFINITY
  const isWatched = (): boolean => watched() || Math.abs(clock() - askedAt) < WATCHED_FOR

  const interceptor: Interceptor = async (request, next, { transport: name, timers }) => {
    count += 1
    const id = count
    const at = new Date(clock()).toISOString()
    const begun = timers.now()
    const keep = (answer: string | undefined, failure: Failure, seen: boolean | undefined): void => {
      onExchange(timers.now() - begun, failure.code ?? 'answered', seen)
      const times = { id, at, transport: name, durationMs: Math.round(timers.now() - begun), ...failure }
      const entry = isWatched() ? { ...times, ...shown(request.text, answer) } : { ...times, request: '' }
      entries.push(entry)
      if (entries.length > KEPT) entries.shift()
      if (watched()) onEntry(entry)
    }
    try {
      const answer = await next(request)
      keep(answer, {}, sightOfTerminal())
      return answer
    } catch (error) {
      const failure = isNationEcError(error) ? { code: error.code, delivery: error.delivery } : { code: 'SEND_FAILED' }
      keep(undefined, failure, sightOfTerminal(error))
      throw error
    }
  }

  return {
    interceptor,
    newest(limit) {
      askedAt = clock()
      return entries.slice(-limit).reverse()
    },
  }
}

function shown(request: string, answer: string | undefined): Pick<TraceEntry, 'request' | 'answer'> {
  return { request: masked(request), ...(answer === undefined ? {} : { answer: masked(answer) }) }
}

function masked(text: string): string {
  const masks = shownText(maskMessage(text))
  return masks.length > LONGEST ? `${masks.slice(0, LONGEST)}…` : masks
}
