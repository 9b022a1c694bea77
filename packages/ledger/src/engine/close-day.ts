import { LedgerError } from '../errors/ledger-error.ts'
import { createDraft } from '../model/draft.ts'
import { isOpen } from '../model/story.ts'
import { canonical } from '../store/chain.ts'
import type { DayRow, Facts, OperationRow } from '../store/rows.ts'
import { untilItFits } from './commit.ts'
import { allOf } from './pages.ts'
import type { Parts } from './parts.ts'
import { readStory } from './read-story.ts'

/**
 * Closes a day: what was counted and compared is signed. Refuses while an operation of the day is open or an exception of
 * it waits; then a person is called for each operation that is unknown.
 *
 * @param facts what was compared, beside the counts of the ledger
 * @throws `DAY_OPEN`
 */
export async function closeDay(parts: Parts, day: string, by: string, facts: Facts): Promise<DayRow> {
  const { store } = parts
  const counts = new Map<string, number>()
  const open: OperationRow[] = []
  for await (const row of allOf((page) => store.operations({ day, ...page }))) {
    const name = `${row.kind}.${row.state}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (isOpen(row)) open.push(row)
  }
  for (const row of open) if (row.state === 'unknown') await callFor(parts, row)
  const waiting = await store.exceptions({ day, open: true, limit: 1_000 })
  if (open.length > 0 || waiting.rows.length > 0) {
    const [operations, exceptions] = [open.length, waiting.rows.length]
    const en = `Operations: ${operations}. Exceptions: ${exceptions}.`
    throw new LedgerError('DAY_OPEN', { details: [{ en, zh: `操作 ${operations} 项，异常 ${exceptions} 项。` }] })
  }
  return untilItFits(parts, async () => {
    const draft = createDraft(parts.circumstances(), [])
    const counted = { ...Object.fromEntries([...counts].map(([name, count]) => [`count.${name}`, count])), ...facts }
    const signature = store.digest(canonical({ day, by, facts: counted }))
    return { draft, result: draft.closeDay(await store.day(day), { id: day, by, facts: counted, signature }) }
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
