import type { Change, EventRow, OpenStore } from '@nationec/ledger'
import type { Position } from './position.ts'

/** The ledger's events that a server was not told of. */
export interface NewEvents {
  /** Notes a change that was stored just now, so that it is found also when the clock was set back. */
  note(change: Change): void
  /** Goes to the end of the ledger without giving anything. */
  skip(): Promise<void>
  /** Gives what is new, a page at a time, in the order of the ledger. */
  read(): AsyncIterable<readonly EventRow[]>
  /** These were told, and are given no more. */
  told(rows: readonly EventRow[]): void
  readonly position: Position
}

/** Events of a page; so many are looked at again, which finds those that a clock set back put before the last one. */
const PAGE = 100
const LARGE_PAGE = 1_000

/** An event's own name, the same in each repetition. */
export const eventId = ({ table, id, version }: Pick<EventRow, 'table' | 'id' | 'version'>): string =>
  `${table}.${id}.${version}`

/**
 * Reads the events of a ledger from a position on. The ledger is the queue: an event is stored with its change, so a killed
 * process loses none.
 */
export function createNewEvents(store: Pick<OpenStore, 'events'>, from: Position): NewEvents {
  let after = from.after
  let done = new Set(from.done)
  const noted = new Map<string, Pick<EventRow, 'table' | 'id'>>()

  async function skip(): Promise<void> {
    for (;;) {
      const { rows, next } = await store.events({ after, limit: LARGE_PAGE })
      if (next === undefined) {
        done = new Set(rows.map(eventId))
        return
      }
      after = next
    }
  }

  async function* read(): AsyncIterable<readonly EventRow[]> {
    const before = new Map(noted)
    let at = after
    for (;;) {
      const { rows, next } = await store.events({ after: at, limit: PAGE })
      const fresh = rows.filter((row) => !done.has(eventId(row)))
      for (const row of rows) {
        before.delete(eventId(row))
        noted.delete(eventId(row))
      }
      if (fresh.length > 0) yield fresh
      if (next === undefined) break
      if (at !== after) {
        after = at
        done = new Set(rows.map(eventId))
      }
      at = next
    }
    for (const [id, of] of before) {
      noted.delete(id)
      const { rows } = await store.events({ of, limit: LARGE_PAGE })
      const missed = rows.filter((row) => eventId(row) === id && !done.has(id))
      if (missed.length > 0) yield missed
    }
  }

  return {
    note({ table, row: { id, version } }) {
      noted.set(eventId({ table, id, version }), { table, id })
    },
    skip,
    read,
    told(rows) {
      for (const row of rows) done.add(eventId(row))
    },
    get position() {
      return { after, done: [...done] }
    },
  }
}
