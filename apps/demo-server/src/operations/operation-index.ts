import type { Place } from '../journal/journal.ts'
import type { JournalRecord } from '../journal/journal-record.ts'
import { type Entry, isOpen, subjectsOf } from './entry.ts'

/** Every operation, found by id, by key and by what it is about. */
export interface OperationIndex {
  add(entry: Entry): void
  /** Forgets an operation that never reached the terminal, or that the journal has forgotten. */
  remove(entry: Entry): void
  byId(id: string): Entry | undefined
  byKey(scope: string, key: string): Entry | undefined
  /** An operation that is open on the same bill or order. */
  openOn(entry: Pick<Entry, 'references'>): Entry | undefined
  /** Newest first. */
  newest(): Iterable<Entry>
  /** The operations that name this order, oldest first. */
  ofOrder(numbers: { readonly payOrdId?: string | undefined; readonly medOrgOrd?: string | undefined }): Entry[]
  readonly unknown: readonly Entry[]
  /** Call it when the numbers of an operation have become known. */
  reindex(entry: Entry): void
}

export function createOperationIndex(): OperationIndex {
  const byId = new Map<string, Entry>()
  const byKey = new Map<string, Entry>()
  const bySubject = new Map<string, Set<Entry>>()

  function link(entry: Entry): void {
    for (const subject of subjectsOf(entry.references)) {
      const entries = bySubject.get(subject) ?? new Set<Entry>()
      entries.add(entry)
      bySubject.set(subject, entries)
    }
  }

  return {
    add(entry) {
      byId.set(entry.id, entry)
      byKey.set(keyOf(entry.scope, entry.key), entry)
      link(entry)
    },
    remove(entry) {
      byId.delete(entry.id)
      const key = keyOf(entry.scope, entry.key)
      if (byKey.get(key) === entry) byKey.delete(key)
      for (const subject of subjectsOf(entry.references)) {
        const entries = bySubject.get(subject)
        entries?.delete(entry)
        if (entries?.size === 0) bySubject.delete(subject)
      }
    },
    byId: (id) => byId.get(id),
    byKey: (scope, key) => byKey.get(keyOf(scope, key)),
    openOn({ references }) {
      for (const subject of subjectsOf(references)) {
        for (const other of bySubject.get(subject) ?? []) if (isOpen(other)) return other
      }
      return undefined
    },
    newest: () => [...byId.values()].reverse(),
    ofOrder(numbers) {
      const { payOrdId, medOrgOrd } = numbers
      const ofBill = medOrgOrd === undefined ? undefined : bySubject.get(`bill ${medOrgOrd}`)
      const ofOrder = payOrdId === undefined ? undefined : bySubject.get(`order ${payOrdId}`)
      const entries = [...(ofBill ?? [])]
      for (const entry of ofOrder ?? []) if (!ofBill?.has(entry)) entries.push(entry)
      return entries.length < 2 ? entries : entries.sort((left, right) => left.startedAt - right.startedAt)
    },
    get unknown() {
      return [...byId.values()].filter(({ state }) => state === 'unknown')
    },
    reindex: link,
  }
}

function keyOf(scope: string, key: string): string {
  return `${scope} ${key}`
}

/** Puts the records of a journal back in place. What was running when the process ended is unknown now. */
export function restoreOperations(
  index: OperationIndex,
  found: readonly (readonly [record: JournalRecord, place: Place])[],
): void {
  for (const [record, place] of found) {
    if (record.type === 'begin') index.add(entryOf(record))
    if (record.type === 'order' || record.type === 'begin') continue
    const entry = index.byId(record.id)
    if (entry === undefined) continue
    if (record.type === 'free') index.remove(entry)
    if (record.type === 'end') {
      Object.assign(entry, { state: record.state, code: record.code, endedAt: record.at, answer: place })
      if (record.state !== 'unknown') entry.resolvedBy = 'answer'
      entry.references = record.references
      index.reindex(entry)
    }
    if (record.type === 'resolve') {
      const state = record.by === 'query' && record.outcome === 'done' ? 'done' : 'closed'
      Object.assign(entry, { state, outcome: record.outcome, resolvedBy: record.by })
      entry.references = record.references
      index.reindex(entry)
    }
  }
  for (const entry of index.newest()) {
    if (entry.state === 'running') Object.assign(entry, { state: 'unknown', code: 'OUTCOME_UNKNOWN' })
  }
}

function entryOf(record: Extract<JournalRecord, { type: 'begin' }>): Entry {
  const { id, scope, key, kind, digest, references, at } = record
  return {
    id,
    scope,
    key,
    kind,
    digest,
    references,
    startedAt: at,
    state: 'running',
    outcome: undefined,
    resolvedBy: undefined,
    endedAt: undefined,
    code: undefined,
    answer: undefined,
    running: undefined,
  }
}
