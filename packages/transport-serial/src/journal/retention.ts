import type { PeerId, RequestId } from '../message/message.ts'
import type { Journal, JournalPosition } from './journal.ts'
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
 * Forgets what is settled and older than both bounds, and leaves a mark for each peer: everything it made until then is refused from
 * now on, because it could not be told any more whether it was carried out.
 */
export function forgetOld(
  journal: Journal,
  now: number,
  closing: readonly JournalEntry['type'][],
  { seconds, acts: most }: Retention = usualRetention,
): void {
  const acts = readActs(journal, closing)
  const settled = [...acts.values()].filter(({ isOpen }) => !isOpen).sort((a, b) => b.madeAt - a.madeAt)
  const old = settled.slice(most).filter(({ madeAt }) => madeAt < now - seconds)
  if (old.length === 0) return
  const forgotten = new Set(old)
  const kept: JournalPosition[] = []
  const marks = new Map<PeerId, number>()
  for (const { peer, madeAt, isPush } of old) if (!isPush) raise(marks, peer, madeAt)
  journal.replay((entry, position) => {
    if (entry.type === 'low-water') raise(marks, entry.peer, entry.madeAt)
    else if (!forgotten.has(acts.get(entry.id) as Act)) kept.push(position)
  })
  journal.rewrite(keptEntries(journal, marks, kept))
}

/** One at a time: all of them together may be more than the memory holds. */
function* keptEntries(
  journal: Journal,
  marks: ReadonlyMap<PeerId, number>,
  positions: readonly JournalPosition[],
): Generator<JournalEntry> {
  for (const [peer, madeAt] of marks) yield { type: 'low-water', peer, madeAt }
  for (const position of positions) yield journal.read(position)
}

/** The mark is the time of the newest act that was forgotten: of that second nothing can be said any more either. */
function raise(marks: Map<PeerId, number>, peer: PeerId, madeAt: number): void {
  marks.set(peer, Math.max(marks.get(peer) ?? 0, madeAt))
}

interface Act {
  readonly peer: PeerId
  readonly madeAt: number
  /** Made by the terminal, by its own clock: it says nothing of requests. */
  readonly isPush: boolean
  isOpen: boolean
}

function readActs(journal: Journal, closing: readonly JournalEntry['type'][]): Map<RequestId, Act> {
  const acts = new Map<RequestId, Act>()
  journal.replay((entry) => {
    if (entry.type === 'low-water') return
    const { type, peer, id, madeAt } = entry
    const act = acts.get(id) ?? { peer, madeAt, isPush: type === 'push' || type === 'acknowledged', isOpen: true }
    act.isOpen = !closing.includes(type)
    acts.set(id, act)
  })
  return acts
}
