import type { Command } from 'commander'
import { withJson } from '../../command-line/add-command.ts'

/** The lists of a day, as files. */
export interface DayFlags {
  readonly day: string
  readonly centre?: string
  readonly centreMap?: string
  readonly earlier?: string
  readonly institution?: string
  readonly institutionMap?: string
  readonly html?: string
  readonly xlsx?: string
  readonly json?: boolean
}

const DAY = ['--day <YYYY-MM-DD>', 'the day that is compared 对账日期'] as const

/** The options of `nationec ledger reconcile`. */
export function withReconcile(command: Command): Command {
  return withLists(command.requiredOption(...DAY))
}

/** The options of `nationec ledger close-day`. */
export function withCloseDay(command: Command): Command {
  return withLists(command.requiredOption(...DAY)).requiredOption(
    '--by <name>',
    'who closes it, signed 日结人，签名留存',
  )
}

function withLists(command: Command): Command {
  return withJson(command)
    .option('--centre <path>', "the centre's list, CSV or xlsx 中心清单，CSV 或 xlsx")
    .option('--centre-map <path>', 'its columns, as JSON 其列对照，JSON 文件')
    .option(
      '--earlier <path>',
      'its list of the day before: what stands in both is a double 前一日中心清单，两日均有者为重复',
    )
    .option('--institution <path>', "the institution's own list 机构清单")
    .option('--institution-map <path>', 'its columns, as JSON 其列对照，JSON 文件')
    .option('--html <path>', 'writes the report as a page to print 输出可打印的网页报告')
    .option('--xlsx <path>', 'writes the report as a workbook 输出 xlsx 报告')
}
