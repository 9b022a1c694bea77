import { setTimeout as wait } from 'node:timers/promises'
import type { Change, EventRow } from '@nationec/ledger'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import type { Logger } from '../logs/logger.ts'
import { createNewEvents, eventId, type NewEvents } from './new-events.ts'
import type { PositionFile } from './position.ts'
import { type Sent, send, type Target } from './send.ts'
import { webhookBody } from './webhook-body.ts'
import type { WebhookTopic } from './webhook-options.ts'

/** A server that is being told. */
export interface Webhook {
  /** A change was stored. */
  note(change: Change): void
  /** Since when it takes nothing, in milliseconds since 1970. */
  readonly failingSince: number | undefined
  /** Gives up what is being sent; it is sent again after the next start. */
  stop(): Promise<void>
}

export interface WebhookParts {
  readonly target: Target
  readonly topics: ReadonlySet<WebhookTopic>
  readonly file: PositionFile
  readonly ledger: AgentLedger
  readonly orgId: string
  readonly clock: () => number
  readonly logger: Logger
  /** Counts what became of each sending; `given-up`: it is not tried again. */
  readonly onSent: (outcome: Sent | 'given-up') => void
}

const SECOND = 1_000
/** Milliseconds before each further try. */
const WAITS = [1, 5, 30, 120, 600, 1_800].map((seconds) => seconds * SECOND)

/** Tries of an event that the server itself refuses. */
const REFUSED_TRIES = 3

/** An event that was not taken for so long is left out: lists of the agent tell what it told. */
const TOO_OLD = 3 * 24 * 60 * 60 * SECOND

const AFTER_ERROR = 30 * SECOND

/** Changes that come together are told together. */
const GATHER = 50

/**
 * Tells a server of what the ledger stores, at least once and in order. Only notifications are repeated, never money: the
 * ledger's own events are the queue, and the place reached in them is kept on the disk.
 */
export function startWebhook(parts: WebhookParts): Webhook {
  const { topics, file, ledger, clock, logger } = parts
  const stopping = new AbortController()
  const early: Change[] = []
  let events: NewEvents | undefined
  let wake: (() => void) | undefined
  let isNew = true
  let failingSince: number | undefined

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        events ??= await begin()
        await tellNew(events)
        await untilChanged()
      } catch (error) {
        // A full disk, most likely: what was told may be told again.
        logger.error({ error }, 'webhook')
        await pause(AFTER_ERROR)
      }
    }
  }

  async function begin(): Promise<NewEvents> {
    const from = await file.read()
    const begun = createNewEvents(ledger.store, from ?? { after: undefined, done: [] })
    if (from === undefined) {
      await begun.skip()
      await file.write(begun.position)
    }
    for (const change of early.splice(0)) begun.note(change)
    return begun
  }

  async function tellNew(from: NewEvents): Promise<void> {
    isNew = false
    for await (const rows of from.read()) {
      for (const { newest, of } of byRow(rows)) {
        const isWanted = (topics as ReadonlySet<string>).has(newest.table)
        if (isWanted && !(await tell(newest))) return file.write(from.position)
        from.told(of)
      }
      await file.write(from.position)
    }
  }

  /** False when it was stopped before the event was told. */
  async function tell(row: EventRow): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      const body = await webhookBody(ledger, parts.orgId, row)
      if (body === undefined) return true
      const id = eventId(row)
      const outcome = await send(parts.target, { id, timestamp: Math.floor(clock() / SECOND), body }, stopping.signal)
      if (stopping.signal.aborted && outcome !== 'taken') return false
      parts.onSent(outcome)
      failingSince = outcome === 'taken' ? undefined : (failingSince ?? clock())
      if (outcome === 'taken') return true
      if ((outcome === 'refused' && tries === REFUSED_TRIES) || clock() - row.at > TOO_OLD) {
        parts.onSent('given-up')
        logger.error({ event: id, outcome, tries }, 'webhook given up')
        return true
      }
      if (!(await pause(WAITS[outcome === 'refused' ? 0 : Math.min(tries, WAITS.length) - 1] ?? SECOND))) return false
    }
  }

  const pause = (milliseconds: number): Promise<boolean> =>
    wait(milliseconds, true, { signal: stopping.signal, ref: false }).catch(() => false)

  async function untilChanged(): Promise<void> {
    if (!isNew && !stopping.signal.aborted)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    await pause(GATHER)
  }

  const running = run()

  return {
    note(change) {
      if (events === undefined) early.push(change)
      else events.note(change)
      isNew = true
      wake?.()
    },
    get failingSince() {
      return failingSince
    },
    async stop() {
      stopping.abort()
      wake?.()
      await running
    },
  }
}

/** The events of each row together, in the order of the newest: what is told is the row as it is now. */
function byRow(rows: readonly EventRow[]): readonly { readonly newest: EventRow; readonly of: readonly EventRow[] }[] {
  const found = new Map<string, { readonly newest: EventRow; readonly of: readonly EventRow[] }>()
  for (const row of rows) {
    const name = `${row.table}.${row.id}`
    const of = [...(found.get(name)?.of ?? []), row]
    found.delete(name)
    found.set(name, { newest: row, of })
  }
  return [...found.values()]
}
