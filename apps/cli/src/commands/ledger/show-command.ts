import type { ExceptionRow, LedgerOperation, LedgerOrder } from '@nationec/ledger'
import type { Books } from '../../books/open-books.ts'
import { type LookFlags, openExisting } from '../../books/open-existing.ts'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { exceptionLines } from './exception-lines.ts'
import { ordersTable } from './list-command.ts'
import { operationsTable } from './operations-table.ts'
import { clockTime, eventView, exceptionView, operationView, orderView } from './views.ts'

/** `nationec ledger show`: everything of the order or the operation that a number or a key names. */
export async function showCommand(number: string, flags: LookFlags): Promise<void> {
  await using ledger = await openExisting(flags)
  const { order, operations } = await find(ledger, number)
  const exceptions = await exceptionsOf(ledger, order, operations)
  const events = await eventsOf(ledger, order, operations)
  const document = {
    ...(order === undefined ? {} : { order: orderView(order) }),
    operations: operations.map(operationView),
    exceptions: exceptions.map(exceptionView),
    events: events.map(eventView),
  }
  printResult(document, flags.json === true, () => {
    if (order !== undefined) say(`${ordersTable([order])}\n`)
    say(operationsTable(operations))
    for (const exception of exceptions) say(`\n${exceptionLines(exception).join('\n')}`)
    say('')
    for (const { at, table, type } of events) say(`${clockTime(at)}  ${table}  ${type}`)
  })
}

interface Found {
  readonly order: LedgerOrder | undefined
  readonly operations: readonly LedgerOperation[]
}

/** By any number that the ledger knows: of the order, of the operation, of the refund; or by the key. */
async function find(ledger: Books, number: string): Promise<Found> {
  const names = [
    { id: number },
    { key: number },
    { medOrgOrd: number },
    { payOrdId: number },
    { appRefdSn: number },
    { refdSn: number },
  ]
  for (const name of names) {
    const operation = await ledger.operation(name)
    if (operation === undefined) continue
    if (operation.order === undefined) return { order: undefined, operations: [operation] }
    return ofOrder(ledger, (await ledger.store.findOrders({ id: operation.order }))[0]?.id ?? '')
  }
  const order = (await ledger.order({ payOrdId: number })) ?? (await ledger.order({ medOrgOrd: number }))
  const id = order?.id ?? (await ledger.store.findOrders({ id: number }))[0]?.id
  if (id !== undefined) return ofOrder(ledger, id)
  throw cliError('INPUT_INVALID', { details: [UNKNOWN] })
}

async function ofOrder(ledger: Books, id: string): Promise<Found> {
  const operations = await ledger.operationsOf(id)
  const [row] = await ledger.store.findOrders({ id })
  const numbers = [row?.payOrdId === undefined ? undefined : { payOrdId: row.payOrdId }, { medOrgOrd: row?.medOrgOrd }]
  for (const number of numbers) {
    const order = number === undefined ? undefined : await ledger.order(number)
    if (order?.id === id) return { order, operations }
  }
  return { order: undefined, operations }
}

const UNKNOWN = {
  en: 'the ledger has no order, operation, refund or key of this name.',
  zh: '账本中没有该编号或键对应的订单、操作或退费。',
}

const MOST = 1_000

async function exceptionsOf({ store }: Books, order: LedgerOrder | undefined, operations: readonly LedgerOperation[]) {
  const found = new Map<string, ExceptionRow>()
  const queries = [
    ...(order === undefined ? [] : [{ order: order.id }]),
    ...operations.map(({ id }) => ({ operation: id })),
  ]
  for (const query of queries) {
    for (const row of (await store.exceptions({ ...query, limit: MOST })).rows) found.set(row.id, row)
  }
  return [...found.values()]
}

async function eventsOf({ store }: Books, order: LedgerOrder | undefined, operations: readonly LedgerOperation[]) {
  const rows = [
    ...(order === undefined ? [] : [{ table: 'order' as const, id: order.id }]),
    ...operations.map(({ id }) => ({ table: 'operation' as const, id })),
  ]
  const pages = await Promise.all(rows.map((of) => store.events({ of, limit: MOST })))
  return pages.flatMap((page) => page.rows).sort((left, right) => left.at - right.at)
}
