import type { ExceptionRow, LedgerOperation } from '@nationec/ledger'
import type { Books } from '../../books/open-books.ts'
import { type LookFlags, openExisting } from '../../books/open-existing.ts'
import { EXIT } from '../../errors/exit.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { exceptionLines } from './exception-lines.ts'
import { operationsTable } from './operations-table.ts'
import { clockTime, exceptionView, operationView } from './views.ts'

/** `nationec ledger open`: what is not known, and what waits for a person; gives 3 while there is any of it. */
export async function openCommand(flags: LookFlags): Promise<number> {
  await using ledger = await openExisting(flags)
  const operations = await openOperations(ledger)
  const exceptions: ExceptionRow[] = []
  for await (const row of ledger.exceptions()) exceptions.push(row)
  const now = Date.now()
  const age = (at: number): number => Math.max(0, Math.floor((now - at) / 1_000))
  const document = {
    operations: operations.map((one) => ({
      ...operationView(one),
      ageSeconds: age(one.startedAt),
      ...(nextStep(one) === undefined ? {} : { command: nextStep(one) }),
    })),
    exceptions: exceptions.map((row) => ({ ...exceptionView(row), ageSeconds: age(row.createdAt) })),
  }
  printResult(document, flags.json === true, () => print(operations, exceptions, now))
  return operations.length + exceptions.length === 0 ? EXIT.ok : EXIT.unknown
}

/** Operations whose outcome is not known, oldest first. */
export async function openOperations(ledger: Books): Promise<LedgerOperation[]> {
  const found: LedgerOperation[] = []
  for (const state of ['running', 'unknown'] as const) {
    let after: string | undefined
    do {
      const page = await ledger.store.operations({ state, after, limit: 200 })
      for (const { id } of page.rows) {
        const operation = await ledger.operation({ id })
        if (operation !== undefined) found.push(operation)
      }
      after = page.next
    } while (after !== undefined)
  }
  return found.sort((left, right) => left.startedAt - right.startedAt)
}

/** The question that proves it, where there is a number to ask by. */
export function nextStep({ medOrgOrd, payOrdId }: LedgerOperation): string | undefined {
  if (medOrgOrd !== undefined) return `nationec query --field medOrgOrd=${medOrgOrd}`
  return payOrdId === undefined ? undefined : `nationec query --field payOrdId=${payOrdId}`
}

function print(operations: readonly LedgerOperation[], exceptions: readonly ExceptionRow[], now: number): void {
  if (operations.length + exceptions.length === 0) say('nothing is open 没有未决事项')
  if (operations.length > 0) say(operationsTable(operations))
  for (const operation of operations) {
    say(`\n${operation.id}: ${ageOf(now - operation.startedAt)}, ${nextOf(operation, now)}`)
    const step = nextStep(operation)
    if (step !== undefined) say(`  -> ${step}`)
  }
  for (const exception of exceptions) {
    say(`\n${exceptionLines(exception).join('\n')}\n  ${ageOf(now - exception.createdAt)}`)
    say(`  -> nationec ledger decide ${exception.id} --outcome OUTCOME --by NAME --because REASON`)
  }
}

function nextOf(operation: LedgerOperation, now: number): string {
  if (operation.state !== 'unknown') return 'at the terminal 正在终端处理'
  const { nextAt, asked } = operation
  const times = `asked 已查询 ${asked}`
  if (nextAt === undefined) return `${times}, no further question 不再自动查询，请人工处理`
  return nextAt <= now ? `${times}, a question is due 应立即查询` : `${times}, next 下次查询 ${clockTime(nextAt)}`
}

function ageOf(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)]
  return `age 已历时 ${days === 0 ? '' : `${days} d `}${hours === 0 ? '' : `${hours} h `}${minutes % 60} min`
}
