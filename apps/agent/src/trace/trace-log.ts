import { isNationEcError } from '@nationec/errors'
import { maskMessage } from '@nationec/protocol/privacy'
import type { Interceptor } from '@nationec/transport'
import { sightOfTerminal } from './sight-of-terminal.ts'

/** One exchange with the terminal, masked. */
export interface TraceEntry {
  readonly id: number
  /** ISO 8601. */
  readonly at: string
  readonly transport: string
  /** Masked JSON texts. */
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
  /** Newest first. */
  newest(limit: number): readonly TraceEntry[]
}

export interface TraceLogOptions {
  readonly clock: () => number
  /** Hears every exchange that has ended. */
  readonly onEntry: (entry: TraceEntry) => void
  /** Whether anybody looks: masking costs time. Texts are kept masked or not at all. */
  readonly watched: () => boolean
  /** `seen`: whether the terminal was there; `undefined` when the exchange does not tell. */
  readonly onExchange: (durationMs: number, outcome: string, seen: boolean | undefined) => void
}

interface Failure {
  readonly code?: string
  readonly delivery?: string
}

const KEPT = 200
/** The head of a long bill tells enough. */
const LONGEST = 20_000

/** Puts a listener between client and transport that keeps masked texts only. */
export function createTraceLog(options: TraceLogOptions): TraceLog {
  const { clock, onEntry, watched, onExchange } = options
  const raw: { readonly entry: Omit<TraceEntry, 'request' | 'answer'>; request: string; answer: string | undefined }[] =
    []
  let count = 0

  const interceptor: Interceptor = async (request, next, { transport: name, timers }) => {
    count += 1
    const id = count
    const at = new Date(clock()).toISOString()
    const begun = timers.now()
    const keep = (answer: string | undefined, failure: Failure, seen: boolean | undefined): void => {
      const entry = { id, at, transport: name, durationMs: Math.round(timers.now() - begun), ...failure }
      onExchange(timers.now() - begun, failure.code ?? 'answered', seen)
      const kept = { entry, request: masked(request.text), answer: answer === undefined ? undefined : masked(answer) }
      raw.push(kept)
      if (raw.length > KEPT) raw.shift()
      if (watched()) onEntry(entryOf(kept))
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
    newest: (limit) => raw.slice(-limit).reverse().map(entryOf),
  }
}

function entryOf(kept: {
  entry: Omit<TraceEntry, 'request' | 'answer'>
  request: string
  answer: string | undefined
}): TraceEntry {
  return { ...kept.entry, request: kept.request, ...(kept.answer === undefined ? {} : { answer: kept.answer }) }
}

function masked(text: string): string {
  const shown = maskMessage(text)
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown
}
