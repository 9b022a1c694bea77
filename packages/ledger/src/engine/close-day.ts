import { LedgerError } from '../errors/ledger-error.ts'
import { timeOf } from '../model/day.ts'
import { createDraft } from '../model/draft.ts'
import { isOpen } from '../model/story.ts'
import { canonical } from '../store/chain.ts'
import type { DayRow, Facts, OperationRow } from '../store/rows.ts'
import { untilItFits } from './commit.ts'
import { allOf } from './pages.ts'
import type { Parts } from './parts.ts'
import { readStory } from './read-story.ts'

/** A day on which operations begin all the time is closed with what was counted last. */
const MOST_COUNTS = 5

/**
 * Closes a day: what was counted up to now (`until`) and compared is signed. Refuses while an operation of the day is open or an exception of
 * it waits; then a person is called for each operation that is unknown.
 *
 * @param facts what was compared, beside the counts of the ledger
 * @throws `DAY_OPEN`
 */
export async function closeDay(parts: Parts, day: string, by: string, facts: Facts): Promise<DayRow> {
  for (let count = 1; ; count += 1) {
    const until = parts.clock()
    const counts = await countDay(parts, day, until)
    await requireQuiet(parts, day, counts.open)
    const closed = await write(parts, day, by, { ...counts.facts, ...facts, until: timeOf(until) })
    // One that had begun before was perhaps stored after it was looked for: then the signature is over too few.
    const again = await countDay(parts, day, until)
    if (canonical(again.facts) === canonical(counts.facts) || count === MOST_COUNTS) return closed
  }
}

async function countDay({ store }: Parts, day: string, until: number) {
  const counts = new Map<string, number>()
  const open: OperationRow[] = []
  for await (const row of allOf((page) => store.operations({ day, ...page }))) {
    if (row.createdAt > until) continue
    const name = `count.${row.kind}.${row.state}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (isOpen(row)) open.push(row)
  }
  return { open, facts: Object.fromEntries(counts) }
}

async function requireQuiet(parts: Parts, day: string, open: readonly OperationRow[]): Promise<void> {
  for (const row of open) if (row.state === 'unknown') await callFor(parts, row)
  const waiting = await parts.store.exceptions({ day, open: true, limit: 1_000 })
  if (open.length === 0 && waiting.rows.length === 0) return
  const [operations, exceptions] = [open.length, waiting.rows.length]
  const en = `Operations: ${operations}. Exceptions: ${exceptions}.`
  throw new LedgerError('DAY_OPEN', { details: [{ en, zh: `操作 ${operations} 项，异常 ${exceptions} 项。` }] })
}

function write(parts: Parts, day: string, by: string, facts: Facts): Promise<DayRow> {
  return untilItFits(parts, async () => {
    const draft = createDraft(parts.circumstances(), [])
    const signature = parts.store.digest(canonical({ day, by, facts }))
    return { draft, result: draft.closeDay(await parts.store.day(day), { id: day, by, facts, signature }) }
  })
}

async function callFor(parts: Parts, operation: OperationRow): Promise<void> {
  await untilItFits(parts, async () => {
    const story = await readStory(parts.store, { operation })
    const draft = createDraft(parts.circumstances(), story.exceptions)
    draft.call('outcome-unknown', { operation, order: story.order }, { day: operation.day })
    return { draft, result: undefined }
  })
}
