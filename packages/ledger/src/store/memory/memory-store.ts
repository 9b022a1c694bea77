import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { storeError } from '../../errors/ledger-error.ts'
import { lastingText, rowDigest } from '../chain.ts'
import type { Claim, Damage, OpenStore, OperationNumber, Page, PageQuery, Store, Write } from '../contract.ts'
import { mayForget } from '../may-forget.ts'
import type { DayRow, ExceptionRow, OperationRow, OrderRow, Row, TableName } from '../rows.ts'
import { type MemoryChain, memoryChain } from './memory-chain.ts'
import {
  checkBuckets,
  compare,
  keyOf,
  type MemoryTable,
  memoryTable,
  operationKeys,
  orderKeys,
} from './memory-table.ts'

/** Everything that a memory store holds: the same for each opening. */
interface Contents {
  readonly key: KeyObject
  readonly operation: MemoryTable<OperationRow>
  readonly order: MemoryTable<OrderRow>
  readonly exception: MemoryTable<ExceptionRow>
  readonly day: MemoryTable<DayRow>
  readonly answers: Map<string, string>
  /** Operations that are running or unknown, by id. */
  readonly open: Map<string, OperationRow>
  readonly chain: MemoryChain
}

/**
 * A store in memory: for tests, and for programs that give up safety across a restart.
 *
 * It may be opened again after it was closed, within one process, and holds what it held.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@nationec/ledger'
 *
 * const store = await memoryStore().open({ clock: Date.now, instance: 'example' })
 * console.log((await store.durability()).survives) // nothing
 * await store.close()
 * ```
 */
export function memoryStore(): Store {
  const key = createSecretKey(randomBytes(32))
  const contents: Contents = {
    key,
    operation: memoryTable(operationKeys),
    order: memoryTable(orderKeys),
    exception: memoryTable(({ operation, order }) => [
      ['operation', operation],
      ['order', order],
    ]),
    day: memoryTable(() => []),
    answers: new Map(),
    open: new Map(),
    chain: memoryChain(key),
  }
  let holder: object | undefined
  return {
    name: 'memory',
    async open() {
      if (holder !== undefined) throw storeError('LEDGER_LOCKED')
      const me = {}
      holder = me
      return openMemory(
        contents,
        () => holder === me,
        () => {
          if (holder === me) holder = undefined
        },
      )
    },
  }
}

function openMemory(contents: Contents, isOpen: () => boolean, release: () => void): OpenStore {
  const { operation, order, exception, day, answers, chain, key } = contents
  const newestAt = chain.newestAt
  const guarded =
    <Arguments extends readonly unknown[], Result>(work: (...given: Arguments) => Result) =>
    async (...given: Arguments): Promise<Result> => {
      if (!isOpen()) throw storeError('LEDGER_CLOSED')
      return work(...given)
    }

  return {
    supports: { exclusive: true, backup: false, persistent: false },
    newestAt,
    commit: guarded((group: readonly Write[]) => {
      check(contents, group)
      for (const write of group) apply(contents, write)
    }),
    findOperations: guarded((by: OperationNumber) => findOperations(operation, by)),
    findOrders: guarded((by) => {
      if ('id' in by) return one(order.get(by.id))
      return 'payOrdId' in by ? order.by('payOrdId', by.payOrdId) : order.by('medOrgOrd', by.medOrgOrd)
    }),
    answerOf: guarded((id: string) => answers.get(id)),
    operations: guarded((query) =>
      pageOf(operation.all().toReversed(), query, (row) => matches(row, query, ['day', 'kind', 'state', 'till'])),
    ),
    orders: guarded((query) =>
      pageOf(order.all().toReversed(), query, (row) => matches(row, query, ['day', 'status', 'till'])),
    ),
    exceptions: guarded((query) =>
      pageOf(exceptionsNear(exception, query), query, (row) =>
        matches(row, query, ['id', 'open', 'day', 'operation', 'order']),
      ),
    ),
    events: guarded(({ of, after, limit }) => {
      const found =
        of === undefined ? chain.all().toSorted((a, b) => a.at - b.at || a.seq - b.seq) : chain.of(of.table, of.id)
      const begin = found.findIndex(({ seq }) => String(seq) === after) + 1
      const rows = found.slice(begin, begin + limit)
      return { rows, ...(found.length > begin + limit && { next: String(rows.at(-1)?.seq) }) }
    }),
    day: guarded((id: string) => day.get(id)),
    claim: guarded((claim: Claim) => claimIn(contents, claim)),
    nextDue: guarded(() => {
      let earliest = Number.POSITIVE_INFINITY
      for (const { nextAt } of contents.open.values()) earliest = Math.min(earliest, nextAt ?? earliest)
      return Number.isFinite(earliest) ? earliest : undefined
    }),
    forget: guarded((bounds) => forgetIn(contents, bounds)),
    verify: guarded(() => ({
      events: chain.length,
      rows: [operation, order, exception, day].reduce((sum, table) => sum + table.all().length, 0),
      damage: [...chain.damage(), ...wrongRows(contents)].slice(0, 1_000),
    })),
    backup: guarded(() => {
      throw storeError('BACKUP_UNSUPPORTED')
    }),
    durability: guarded(() => ({
      survives: 'nothing' as const,
      settings: {},
      warnings: [
        {
          en: 'This ledger is in memory: everything is lost when the process ends.',
          zh: '该账本仅在内存中：进程结束后全部丢失。',
        },
      ],
    })),
    digest: (text) => createHmac('sha256', key).update(`digest\n${text}`).digest('hex'),
    async close() {
      release()
    },
  }
}

/** Throws unless every write of the group has what it needs. */
function check({ operation, order, exception, day }: Contents, group: readonly Write[]): void {
  const tables = { operation, order, exception, day }
  const written = new Map(group.flatMap((write) => (write.table === 'operation' ? [[write.row.id, write.row]] : [])))
  const held = new Map<string, string>()
  for (const { table, row } of group) {
    const stored = tables[table].get(row.id)
    if ((stored?.version ?? 0) !== row.version - 1) throw storeError('STALE')
    if (table === 'order') {
      const { id, payOrdId } = row
      const owners = payOrdId === undefined ? [] : order.by('payOrdId', payOrdId)
      const isTwice = group.some(
        (other) => other.table === 'order' && other.row.payOrdId === payOrdId && other.row.id !== id,
      )
      if (payOrdId !== undefined && (isTwice || owners.some((owner) => owner.id !== id)))
        throw storeError('NUMBER_TAKEN')
      checkBuckets(row)
    }
    if (table !== 'operation') continue
    if (operation.by('key', keyOf(row.scope, row.key)).some(({ id }) => id !== row.id)) throw storeError('KEY_TAKEN')
    for (const hold of row.holds) {
      const others = operation.by('hold', hold).filter(({ id }) => id !== row.id)
      const stays = others.some(({ id }) => written.get(id)?.holds.includes(hold) ?? true)
      if (stays || (held.get(hold) ?? row.id) !== row.id) throw storeError('ORDER_BUSY')
      held.set(hold, row.id)
    }
  }
}

function apply({ operation, order, exception, day, answers, open, chain }: Contents, write: Write): void {
  const { table, row } = write
  if (table === 'operation') {
    const stored = frozen(row)
    operation.put(stored)
    if (row.state === 'running' || row.state === 'unknown') open.set(row.id, stored)
    else open.delete(row.id)
    if (write.answer === null) answers.delete(row.id)
    else if (write.answer !== undefined) answers.set(row.id, write.answer)
  } else if (table === 'order') order.put(frozen(row))
  else if (table === 'exception') exception.put(frozen(row))
  else day.put(frozen(row))
  chain.append(write, table === 'operation' ? answers.get(row.id) : undefined)
}

/** A copy that shares nothing with its writer. Rows hold plain values, sums, facts and texts: a general copy takes ten times as long. */
function frozen<AnyRow extends Row>(row: AnyRow): AnyRow {
  const copy = Object.entries(row).map(([name, value]) => {
    if (typeof value !== 'object' || value === null) return [name, value]
    return [name, Object.freeze(Array.isArray(value) ? [...value] : { ...value })]
  })
  return Object.freeze(Object.fromEntries(copy))
}

function findOperations(table: MemoryTable<OperationRow>, by: OperationNumber): readonly OperationRow[] {
  if ('id' in by) return one(table.get(by.id))
  if ('scope' in by) return table.by('key', keyOf(by.scope, by.key))
  const [[index, value]] = Object.entries(by) as [[string, string]]
  return table.by(index, value)
}

function one<AnyRow>(row: AnyRow | undefined): readonly AnyRow[] {
  return row === undefined ? [] : [row]
}

function exceptionsNear(
  table: MemoryTable<ExceptionRow>,
  { id, operation, order }: { id?: string | undefined; operation?: string | undefined; order?: string | undefined },
): readonly ExceptionRow[] {
  if (id !== undefined) return one(table.get(id))
  if (operation !== undefined) return table.by('operation', operation).reverse()
  return order === undefined ? table.all() : table.by('order', order).reverse()
}

function matches<Names extends string>(
  row: { readonly [Name in Names]?: unknown },
  query: { readonly [Name in Names]?: unknown },
  names: readonly Names[],
): boolean {
  return names.every((name) => query[name] === undefined || query[name] === row[name])
}

/** One page of rows that are in order, of those that fit. */
function pageOf<AnyRow extends Row>(
  rows: readonly AnyRow[],
  { after, limit }: PageQuery,
  fits: (row: AnyRow) => boolean,
): Page<AnyRow> {
  const start = after === undefined ? 0 : firstBehind(rows, JSON.parse(after))
  const found: AnyRow[] = []
  for (const row of rows.slice(start)) {
    if (!fits(row)) continue
    if (found.length === limit) {
      const { createdAt, id } = found.at(-1) as AnyRow
      return { rows: found, next: JSON.stringify({ createdAt, id }) }
    }
    found.push(row)
  }
  return { rows: found }
}

function firstBehind(rows: readonly Row[], last: Row): number {
  const [first, end] = [rows[0], rows.at(-1)]
  if (first === undefined || end === undefined) return 0
  const direction = compare(first, end) <= 0 ? 1 : -1
  const index = rows.findIndex((row) => compare(row, last) * direction > 0)
  return index < 0 ? rows.length : index
}

function claimIn({ operation, open }: Contents, { now, until, owner, limit, operation: only }: Claim): OperationRow[] {
  const due: readonly OperationRow[] =
    only === undefined
      ? [...open.values()].filter(({ nextAt }) => nextAt !== undefined && nextAt <= now)
      : one(open.get(only))
  const inOrder = due.toSorted((left, right) => (left.nextAt ?? 0) - (right.nextAt ?? 0) || compare(left, right))
  return inOrder.slice(0, limit).map((row) => {
    const claimed = frozen({ ...row, nextAt: until, owner, version: row.version + 1 })
    operation.put(claimed)
    open.set(claimed.id, claimed)
    return claimed
  })
}

function forgetIn(contents: Contents, { before, limit }: { readonly before: number; readonly limit: number }): number {
  const { operation, order, exception, answers, chain } = contents
  const remove = (table: TableName, rows: readonly Row[]): void => {
    for (const { id } of rows) {
      contents[table].remove(id)
      chain.forget(table, id)
      answers.delete(id)
    }
  }
  let [units, count] = [0, 0]
  const loose = operation.all().filter(({ order: of }) => of === undefined)
  const all = [
    ...order.all().map((row) => ({ order: row, operations: operation.by('order', row.id) })),
    ...loose.map((row) => ({ order: undefined, operations: [row] })),
  ]
  for (const { order: found, operations } of all) {
    if (units === limit) break
    const exceptions = [
      ...(found === undefined ? [] : exception.by('order', found.id)),
      ...operations.flatMap(({ id }) => exception.by('operation', id)),
    ]
    if (!mayForget({ order: found, operations, exceptions }, before)) continue
    remove('operation', operations)
    remove('exception', exceptions)
    remove('order', found === undefined ? [] : [found])
    units += 1
    count += operations.length
  }
  return count
}

function wrongRows({ key, operation, order, exception, day, answers, chain }: Contents): Damage[] {
  const tables = { operation, order, exception, day }
  return (Object.keys(tables) as TableName[]).flatMap((table) =>
    tables[table].all().flatMap((row): Damage[] => {
      const answer = table === 'operation' ? answers.get(row.id) : undefined
      return chain.lastDigest(table, row.id) === rowDigest(key, lastingText(row), answer)
        ? []
        : [{ what: 'row-changed', table, id: row.id }]
    }),
  )
}
