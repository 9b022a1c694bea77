import type { NewEvent, Write } from '../store/contract.ts'
import type { DayRow, ExceptionKind, ExceptionRow, Facts, OperationRow, OrderRow, Row } from '../store/rows.ts'
import { dayOf } from './day.ts'

/** What a change needs besides rows: the time, and ids of new rows. */
export interface Circumstances {
  readonly at: number
  readonly newId: () => string
  /** 0 to below 1, by chance. */
  readonly spread: number
}

type Patch<AnyRow> = Partial<Omit<AnyRow, keyof Row>>

/** Collects the changes of one group: rows as they will be, each with the event that tells of it. */
export interface Draft extends Circumstances {
  /** A row as it will be: the one given when nothing has changed it yet. */
  now<AnyRow extends OperationRow | OrderRow>(row: AnyRow): AnyRow
  add(row: Omit<OperationRow, keyof Row>, type: string, facts?: Facts): OperationRow
  addOrder(row: Omit<OrderRow, keyof Row>, type: string, facts?: Facts): OrderRow
  change(row: OperationRow, patch: Patch<OperationRow>, type: string, told?: Told): OperationRow
  changeOrder(row: OrderRow, patch: Patch<OrderRow>, type: string, facts?: Facts): OrderRow
  /** Calls a person, unless one is called for the same reason already. */
  call(kind: ExceptionKind, of: CalledFor, facts?: Facts): void
  /** Ends an exception: a person has settled it. */
  settle(row: ExceptionRow, patch: Pick<ExceptionRow, 'settledBy' | 'because'>, facts: Facts): void
  /** Ends the calls for an operation that is clear now. */
  calm(operation: OperationRow, because: string): void
  /** Writes a day that is closed, or closed anew. */
  closeDay(known: DayRow | undefined, row: Omit<DayRow, Exclude<keyof Row, 'id'>>): DayRow
  writes(): readonly Write[]
}

export interface Told {
  readonly facts?: Facts
  readonly answer?: string | null | undefined
}

export interface CalledFor {
  readonly operation?: OperationRow | undefined
  readonly order?: OrderRow | undefined
}

/** Exceptions that end by themselves when the outcome of their operation is known. */
const OF_OUTCOME: readonly ExceptionKind[] = ['outcome-unknown', 'refund-unclear', 'foreign-number']

/** @param open the exceptions of the rows that are open */
export function createDraft(circumstances: Circumstances, open: readonly ExceptionRow[]): Draft {
  const { at, newId } = circumstances
  const written = new Map<string, Write>()
  const isNew = new Set<string>()

  function put<AnyRow extends Row>(
    row: AnyRow,
    make: (row: AnyRow, event: NewEvent) => Write,
    type: string,
    facts: Facts = {},
  ): AnyRow {
    const before = written.get(row.id)
    const version = before === undefined && !isNew.has(row.id) ? row.version + 1 : row.version
    const changed = { ...row, version, changedAt: at }
    const event = { type, at, facts: { ...before?.event.facts, ...facts } }
    written.set(row.id, make(changed, event))
    return changed
  }

  function fresh(): Row {
    const id = newId()
    isNew.add(id)
    return { id, version: 1, createdAt: at, changedAt: at }
  }

  const draft: Draft = {
    ...circumstances,
    now: <AnyRow extends Row>(row: AnyRow) => (written.get(row.id)?.row as AnyRow | undefined) ?? row,
    add: (row, type, facts) =>
      put<OperationRow>(
        { ...row, ...fresh() },
        (made, event) => ({ table: 'operation', row: made, event }),
        type,
        facts,
      ),
    addOrder: (row, type, facts) =>
      put<OrderRow>({ ...row, ...fresh() }, (made, event) => ({ table: 'order', row: made, event }), type, facts),
    change(row, patch, type, { facts, answer } = {}) {
      const before = written.get(row.id)
      const kept = answer === undefined && before?.table === 'operation' ? before.answer : answer
      return put<OperationRow>(
        { ...draft.now(row), ...patch },
        (changed, event) => ({ table: 'operation', row: changed, event, answer: kept }),
        type,
        facts,
      )
    },
    changeOrder: (row, patch, type, facts) =>
      put<OrderRow>(
        { ...draft.now(row), ...patch },
        (changed, event) => ({ table: 'order', row: changed, event }),
        type,
        facts,
      ),
    call(kind, { operation, order }, facts = {}) {
      const same = (row: ExceptionRow): boolean =>
        row.kind === kind && row.operation === operation?.id && row.order === order?.id
      const called = [...written.values()].some(({ table, row }) => table === 'exception' && row.open && same(row))
      if (called || open.some(same)) return
      put<ExceptionRow>(
        { ...fresh(), kind, operation: operation?.id, order: order?.id, day: dayOf(at), open: true, facts },
        (row, event) => ({ table: 'exception', row, event }),
        'person-called',
        facts,
      )
    },
    settle(row, patch, facts) {
      put<ExceptionRow>(
        { ...row, ...patch, open: false },
        (changed, event) => ({ table: 'exception', row: changed, event }),
        'settled',
        facts,
      )
    },
    calm(operation, because) {
      for (const row of open) {
        if (row.operation !== operation.id || !OF_OUTCOME.includes(row.kind)) continue
        const settled = { ...row, open: false, because }
        put<ExceptionRow>(settled, (changed, event) => ({ table: 'exception', row: changed, event }), because)
      }
    },
    closeDay(known, { id, ...row }) {
      if (known === undefined) isNew.add(id)
      return put<DayRow>(
        { ...(known ?? { id, version: 1, createdAt: at, changedAt: at }), ...row },
        (changed, event) => ({ table: 'day', row: changed, event }),
        'day-closed',
        { by: row.by },
      )
    },
    writes: () => [...written.values()],
  }
  return draft
}
