import type { Yuan } from '@nationec/protocol'
import { isStoreError } from '../../errors/ledger-error.ts'
import type { Comparison } from '../../reconciliation/compare/compare-day.ts'
import { AMOUNTS, type Difference, type ListName } from '../../reconciliation/compare/difference.ts'
import type { StoredDifference } from '../../reconciliation/report/report.ts'
import { canonical } from '../../store/chain.ts'
import type { OpenStore, Write } from '../../store/contract.ts'
import type { ExceptionRow, Facts } from '../../store/rows.ts'
import { allOf } from '../pages.ts'

/** Others may settle an exception meanwhile; so often in a row is a fault of the store. */
const ATTEMPTS = 50

/** Differences that come to their end by a later list are looked for among those of the day before. */
const DAY = 24 * 60 * 60 * 1000

/**
 * Writes each difference as an exception, once: the id of an exception is what the difference is, so that comparing the same
 * lists again writes nothing. One that a person has settled stays settled.
 */
export async function writeExceptions(
  store: OpenStore,
  { day, differences }: Comparison,
  at: number,
): Promise<readonly StoredDifference[]> {
  const seen = new Map<string, number>()
  const stored: StoredDifference[] = []
  for (const difference of differences) {
    const facts = factsOf(difference)
    const { 'list.line': _line, ...lasting } = facts
    const same = canonical({ day, ...lasting })
    const turn = (seen.get(same) ?? 0) + 1
    seen.set(same, turn)
    const id = `r-${store.digest(`reconciliation\n${turn}\n${same}`).slice(0, 32)}`
    const { ledger } = difference
    const { row } = await untilWritten(store, id, (known) => {
      // A person has settled it, or it waits for one.
      if (known?.settledBy !== undefined || known?.open === true) return undefined
      const event = { type: known === undefined ? 'reconciliation' : 'reconciliation-again', at, facts }
      const created = { id, version: 0, createdAt: at, kind: 'reconciliation', day } as const
      const { version, ...rest } = known ?? { ...created, order: ledger?.order, operation: ledger?.operation }
      const { because: _ended, ...row } = rest as ExceptionRow
      return { table: 'exception', row: { ...row, facts, open: true, version: version + 1, changedAt: at }, event }
    })
    stored.push({ exception: id, open: row.open })
  }
  return stored
}

/**
 * Ends the exceptions that the lists have explained: those of this day that are no differences any more, and what was
 * missing in the lists of the day before and is in these.
 *
 * @returns how many
 */
export async function endExplained(
  store: OpenStore,
  { day, found }: Comparison,
  lists: readonly ListName[],
  stored: readonly StoredDifference[],
  at: number,
): Promise<number> {
  const current = new Set(stored.map(({ exception }) => exception))
  const keys = new Set(
    lists.flatMap((list) => [...found[list]].map((row) => `${list} ${row.kind} ${row.order} ${row.operation ?? ''}`)),
  )
  const isOfLists = ({ facts }: ExceptionRow): boolean => lists.some((list) => facts['list'] === list)
  const isFound = ({ facts, order, operation }: ExceptionRow): boolean =>
    facts['class'] === 'missing-there' &&
    keys.has(`${facts['list']} ${facts['kind']} ${order} ${facts['kind'] === 'refund' ? (operation ?? '') : ''}`)
  const ended = [
    ...(await openOf(store, day)).filter((row) => isOfLists(row) && !current.has(row.id)),
    ...(await openOf(store, dayBefore(day))).filter((row) => isOfLists(row) && isFound(row)),
  ]
  let count = 0
  for (const { id } of ended) {
    const { written } = await untilWritten(store, id, (known) => {
      if (known?.open !== true) return undefined
      const event = { type: 'reconciled', at, facts: { day } }
      const row = { ...known, open: false, because: 'reconciled', version: known.version + 1, changedAt: at }
      return { table: 'exception', row, event }
    })
    if (written) count += 1
  }
  return count
}

async function openOf(store: OpenStore, day: string): Promise<ExceptionRow[]> {
  const rows: ExceptionRow[] = []
  for await (const row of allOf((page) => store.exceptions({ day, open: true, ...page }))) {
    if (row.kind === 'reconciliation') rows.push(row)
  }
  return rows
}

/** Reads the exception, and writes what is made of it; reads again when it was changed meanwhile. */
async function untilWritten(
  store: OpenStore,
  id: string,
  make: (known: ExceptionRow | undefined) => Extract<Write, { table: 'exception' }> | undefined,
): Promise<{ readonly row: ExceptionRow; readonly written: boolean }> {
  for (let count = 1; ; count += 1) {
    const [known] = (await store.exceptions({ id, limit: 1 })).rows
    const write = make(known)
    if (write === undefined) return { row: known as ExceptionRow, written: false }
    try {
      await store.commit([write])
      return { row: write.row, written: true }
    } catch (error) {
      if (count === ATTEMPTS || !isStoreError(error, 'STALE')) throw error
    }
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10)
}

/** Numbers, states and amounts of both sides. */
function factsOf({ class: found, list, kind, ledger, row }: Difference): Facts {
  const facts: Record<string, string | number> = { class: found, list, kind }
  const put = (name: string, value: string | number | Yuan | undefined): void => {
    if (value !== undefined) facts[name] = typeof value === 'number' ? value : String(value)
  }
  for (const name of ['medOrgOrd', 'payOrdId', 'appRefdSn', 'refdSn'] as const) put(name, row?.[name] ?? ledger?.[name])
  put('ledgerNo', row?.ledgerNo)
  for (const name of ['status', ...AMOUNTS] as const) {
    put(`ledger.${name}`, ledger?.[name])
    put(`list.${name}`, row?.[name])
  }
  put('list.line', row?.line)
  return facts
}
