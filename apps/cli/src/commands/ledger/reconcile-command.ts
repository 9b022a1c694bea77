import type { DayReport, Ledger, Reconciliation } from '@nationec/ledger'
import { reportHtml, reportXlsx } from '@nationec/ledger/reconciliation'
import { cliError } from '../../errors/cli-error.ts'
import { EXIT } from '../../errors/exit.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { makeNewFiles, type NewFile } from '../../terminal/new-files.ts'
import type { DayFlags } from './day-options.ts'
import { readDayFile } from './read-day-file.ts'

/**
 * `nationec ledger reconcile`: compares the lists of a day with an open ledger; gives the exit code, 1 while a difference
 * is open.
 *
 * @throws `INPUT_INVALID`, `DAY_INVALID`, `XLSX_LIBRARY_MISSING`; `FILE_EXISTS` for a report, when all is stored
 */
export async function reconcileCommand(ledger: Pick<Ledger, 'reconcile'>, flags: DayFlags): Promise<number> {
  const report = await compare(ledger, flags)
  if (report === undefined)
    throw cliError('INPUT_INVALID', { details: [{ en: '--centre must be given.', zh: '必须给出 --centre。' }] })
  printResult(report, flags.json === true, sayReport)
  return report.differences.some(({ open }) => open) ? EXIT.refused : EXIT.ok
}

export interface CloseDayFlags extends DayFlags {
  readonly by: string
}

/**
 * `nationec ledger close-day`: closes and signs a day; with lists, compares them first and signs what was compared.
 *
 * @throws `DAY_OPEN` while an operation or an exception of the day is open
 */
export async function closeDayCommand(
  ledger: Pick<Ledger, 'reconcile' | 'closeDay'>,
  flags: CloseDayFlags,
): Promise<number> {
  const report = await compare(ledger, flags)
  const closed = await ledger.closeDay(flags.day, { by: flags.by, facts: report?.facts })
  printResult(closed, flags.json === true, ({ id, signature }) => {
    if (report !== undefined) sayReport(report)
    say(`closed 已日结: ${id}`)
    say(`signature 签名: ${signature}`)
  })
  return EXIT.ok
}

async function compare(ledger: Pick<Ledger, 'reconcile'>, flags: DayFlags): Promise<Reconciliation | undefined> {
  const file = await readDayFile(flags)
  if (file === undefined) return undefined
  const report = await ledger.reconcile(file)
  await makeNewFiles(...(await reportFiles(report, flags)))
  return report
}

async function reportFiles(report: DayReport, { html, xlsx }: DayFlags): Promise<NewFile[]> {
  return [
    ...(html === undefined ? [] : [{ path: html, content: reportHtml(report) }]),
    ...(xlsx === undefined ? [] : [{ path: xlsx, content: await reportXlsx(report) }]),
  ]
}

function sayReport({ day, equal, differences, ended }: Reconciliation): void {
  const open = differences.filter((difference) => difference.open)
  say(`day 对账日期: ${day}`)
  say(`equal 相符: ${equal}`)
  say(`differences 差异: ${differences.length}, open 未处理 ${open.length}, ended 已自行消除 ${ended}`)
  for (const { class: found, list, kind, row, ledger, exception, steps } of open) {
    const { medOrgOrd, payOrdId } = { ...ledger, ...row }
    say(`\n${found}, ${list}, ${kind}: ${medOrgOrd ?? ''} ${payOrdId ?? ''} (${exception})`)
    for (const { zh, en, command } of steps) {
      say(`  ${zh}${en}`)
      if (command !== undefined) say(`    ${command}`)
    }
  }
}
