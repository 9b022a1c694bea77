import { type Client, createClient } from '@nationec/client'
import { intercept } from '@nationec/transport'
import type { TillOptions } from '../agent-options.ts'
import { createEventLog, type EventLog } from '../events/event-log.ts'
import { createOpenStreams, type OpenStreams } from '../events/open-streams.ts'
import { createTraceLog, type TraceLog } from '../trace/trace-log.ts'
import type { Shared } from './shared.ts'

/** A till with its terminal, before there is a ledger. */
export interface OpenTill {
  /** Absent where it is the only one. */
  readonly name: string | undefined
  readonly options: TillOptions
  readonly events: EventLog
  readonly streams: OpenStreams
  readonly client: Client
  readonly trace: TraceLog
  /** Whether the terminal is there, by the last exchange and by what its transport notices. */
  readonly seen: () => boolean
  /** The code of the exchange that failed last. */
  readonly code: () => string | undefined
}

/** Opens the way to the terminal of a till: every exchange is traced and counted. */
export function openTill(
  { options: { orgId }, profile, clock, metrics }: Omit<Shared, 'tokens'>,
  name: string | undefined,
  options: TillOptions,
): OpenTill {
  const { transport, terminalLink } = options
  const events = createEventLog()
  const streams = createOpenStreams()
  let seen = true
  let code: string | undefined
  const trace = createTraceLog({
    clock,
    watched: () => streams.hears('trace'),
    onEntry: (entry) => events.tell('trace', entry),
    onExchange(durationMs, outcome, sight) {
      seen = sight ?? seen
      if (sight !== undefined) code = sight ? undefined : outcome
      metrics.exchange(outcome, durationMs / 1000, name)
    },
  })
  const client = createClient({ orgId, profile, clock, transport: intercept(transport, trace.interceptor) })
  const isSeen = (): boolean => seen && (terminalLink?.up ?? true)
  return { name, options, events, streams, client, trace, seen: isSeen, code: () => code }
}
