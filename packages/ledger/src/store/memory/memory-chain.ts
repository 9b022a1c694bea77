import { type ChainKey, canonical, contentOf, FIRST_LINK, lastingText, link, rowDigest } from '../chain.ts'
import type { Damage, NewEvent, Write } from '../contract.ts'
import type { EventRow, TableName } from '../rows.ts'

interface Linked {
  /** Absent once it was forgotten. */
  event: EventRow | undefined
  readonly digest: string
  readonly content: string
  readonly link: string
}

/** The events of a memory store, chained as those on a disk are. */
export interface MemoryChain {
  append(write: Write, answer: string | undefined): void
  of(table: TableName, id: string): readonly EventRow[]
  all(): readonly EventRow[]
  forget(table: TableName, id: string): void
  /** Digest of a row as its last event tells it. */
  lastDigest(table: TableName, id: string): string | undefined
  damage(): readonly Damage[]
  readonly newestAt: number | undefined
  readonly length: number
}

export function memoryChain(key: ChainKey): MemoryChain {
  const chain: Linked[] = []
  const byRow = new Map<string, Linked[]>()
  const at = (table: TableName, id: string): string => `${table}\n${id}`
  const eventsIn = (linked: readonly Linked[]): EventRow[] =>
    linked.flatMap(({ event }) => (event === undefined ? [] : [event]))
  let newestAt: number | undefined

  return {
    append({ table, row, event: told }, answer) {
      const event = eventOf(chain.length + 1, table, row, told)
      const digest = rowDigest(key, lastingText(row), answer)
      const content = contentOf(event, digest)
      const linked: Linked = { event, digest, content, link: link(key, chain.at(-1)?.link ?? FIRST_LINK, content) }
      chain.push(linked)
      const known = byRow.get(at(table, row.id))
      if (known === undefined) byRow.set(at(table, row.id), [linked])
      else known.push(linked)
      newestAt = Math.max(newestAt ?? 0, event.at)
    },
    of: (table, id) => eventsIn(byRow.get(at(table, id)) ?? []),
    all: () => eventsIn(chain),
    forget(table, id) {
      for (const linked of byRow.get(at(table, id)) ?? []) linked.event = undefined
      byRow.delete(at(table, id))
    },
    lastDigest: (table, id) => byRow.get(at(table, id))?.at(-1)?.digest,
    damage() {
      let previous = FIRST_LINK
      return chain.flatMap(({ event, digest, content, link: made }, index) => {
        const right =
          link(key, previous, content) === made && (event === undefined || contentOf(event, digest) === content)
        previous = made
        return right ? [] : [{ what: 'event-changed', lane: '', seq: index + 1 } as const]
      })
    },
    get newestAt() {
      return newestAt
    },
    get length() {
      return chain.length
    },
  }
}

function eventOf(
  seq: number,
  table: TableName,
  { id, version }: Write['row'],
  { type, at, facts }: NewEvent,
): EventRow {
  return Object.freeze({ seq, lane: '', table, id, version, type, at, facts: JSON.parse(canonical(facts)) })
}
