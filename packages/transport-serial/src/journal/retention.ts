import type { Journal } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'

/** What a journal keeps at least. */
export interface Retention {
  /** Default seven days, in seconds. */
  readonly seconds: number
  /** Default 10,000 business acts. */
  readonly acts: number
}

export const usualRetention: Retention = Object.freeze({ seconds: 7 * 86_400, acts: 10_000 })

/**
 * What settles an act: at the terminal a result is open until it is acknowledged, at the institution it is the end. Either
 * way a push is open until it is acknowledged.
 */
export const closingAtTerminal = ['void', 'not-executed', 'acknowledged'] as const
export const closingAtInstitution = ['void', 'not-executed', 'acknowledged', 'done'] as const

/**
 * Forgets what is settled and older than both bounds, and leaves a mark: whatever was made until then is refused from now
 * on, because nobody could tell any more whether it was carried out.
 */
export function forgetOld(
  journal: Journal,
  now: number,
  closing: readonly JournalEntry['type'][],
  { seconds, acts }: Retention = usualRetention,
): void {
  const open = new Set<string>()
  const madeAt = new Map<string, number>()
  journal.replay((entry) => note(entry, closing, open, madeAt))
  const settled = [...madeAt].filter(([id]) => !open.has(id)).sort(([, a], [, b]) => b - a)
  const old = settled.slice(acts).filter(([, made]) => made < now - seconds)
  if (old.length === 0) return
  const forgotten = new Set(old.map(([id]) => id))
  const kept: JournalEntry[] = [{ type: 'low-water', madeAt: old[0]?.[1] ?? 0 }]
  journal.replay((entry) => {
    if (entry.type === 'low-water' || !forgotten.has(entry.id)) kept.push(entry)
  })
  journal.rewrite(kept)
}

function note(
  entry: JournalEntry,
  closing: readonly JournalEntry['type'][],
  open: Set<string>,
  madeAt: Map<string, number>,
): void {
  if (entry.type === 'low-water') return
  const { type, id } = entry
  if (!madeAt.has(id)) madeAt.set(id, entry.madeAt)
  if (closing.includes(type)) open.delete(id)
  else open.add(id)
}
