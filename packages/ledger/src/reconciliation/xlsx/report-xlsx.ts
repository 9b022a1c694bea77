import { formatYuan, type Yuan } from '@nationec/protocol'
import { AMOUNTS } from '../compare/difference.ts'
import type { DayReport, ReportedDifference } from '../report/report.ts'
import { CLASSES, KINDS, LISTS, OTHERS, SOURCES, STATUSES } from '../report/words.ts'
import { type CellStyle, loadHucre, type SheetCell, type WrittenSheet } from './load-hucre.ts'

const AMOUNT: CellStyle = { numFmt: '#,##0.00' }
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF2F6' } },
}
const PAGE = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

/**
 * The report of a day as a workbook: sums and differences, numbers of orders as text, amounts as numbers. Needs the package
 * `hucre`.
 *
 * @returns the bytes of the file
 * @throws `XLSX_LIBRARY_MISSING`
 */
export async function reportXlsx(report: DayReport): Promise<Uint8Array> {
  const { writeXlsx } = await loadHucre()
  return writeXlsx({ sheets: [sumsSheet(report), differencesSheet(report.differences)] })
}

function sumsSheet({ day, at, equal, sums, differences }: DayReport): WrittenSheet {
  const open = differences.filter((difference) => difference.open).length
  const head = [
    ['医保对账日报', day],
    ['比对时间', at],
    ['相符笔数', equal],
    ['差异项数', differences.length],
    ['未处理项数', open],
    [],
  ]
  const titles = ['来源', '类别', '笔数', '总额（元）', '基金', '个人账户', '现金']
  const rows = SOURCES.flatMap((source) => {
    const of = sums[source]
    return of === undefined
      ? []
      : (['payment', 'refund'] as const).map((kind) => [
          ...[LISTS[source][0], KINDS[kind][0], of[kind].count],
          ...AMOUNTS.map((name) => amountOf(of[kind][name]) ?? null),
        ])
  })
  return {
    name: '汇总',
    columns: [{ width: 14 }, { width: 22 }, { width: 10 }, ...AMOUNTS.map(() => ({ width: 16, style: AMOUNT }))],
    rows: [...head, titles, ...rows],
    cells: headerCells(head.length, titles.length),
    pageSetup: PAGE,
  }
}

const COLUMNS: readonly (readonly [
  title: string,
  width: number,
  style: CellStyle | undefined,
  of: (difference: ReportedDifference, index: number) => SheetCell | undefined,
])[] = [
  ['序号', 6, undefined, (_difference, index) => index + 1],
  ['差异', 12, undefined, ({ class: found }) => CLASSES[found][0]],
  ['类别', 8, undefined, ({ kind }) => KINDS[kind][0]],
  ['清单', 12, undefined, ({ list }) => LISTS[list][0]],
  ['清单行号', 10, undefined, ({ row }) => row?.line],
  ['机构订单号', 26, undefined, ({ row, ledger }) => row?.medOrgOrd ?? ledger?.medOrgOrd],
  ['支付订单号', 26, undefined, ({ row, ledger }) => row?.payOrdId ?? ledger?.payOrdId],
  ['机构退款号', 20, undefined, ({ row, ledger }) => row?.appRefdSn ?? ledger?.appRefdSn],
  ['退款流水号', 20, undefined, ({ row, ledger }) => row?.refdSn ?? ledger?.refdSn],
  ['院内流水号', 20, undefined, ({ row }) => row?.ledgerNo],
  ['账本状态', 10, undefined, ({ ledger }) => ledger && STATUSES[ledger.status][0]],
  ['清单状态', 10, undefined, ({ row }) => row && STATUSES[row.status][0]],
  ['账本总额', 14, AMOUNT, ({ ledger }) => amountOf(ledger?.total)],
  ['清单总额', 14, AMOUNT, ({ row }) => amountOf(row?.total)],
  ['账本基金', 14, AMOUNT, ({ ledger }) => amountOf(ledger?.fund)],
  ['清单基金', 14, AMOUNT, ({ row }) => amountOf(row?.fund)],
  ['账本个账', 14, AMOUNT, ({ ledger }) => amountOf(ledger?.account)],
  ['清单个账', 14, AMOUNT, ({ row }) => amountOf(row?.account)],
  ['账本现金', 14, AMOUNT, ({ ledger }) => amountOf(ledger?.cash)],
  ['清单现金', 14, AMOUNT, ({ row }) => amountOf(row?.cash)],
  ['另一清单', 14, undefined, ({ other }) => other && OTHERS[other][0]],
  ['是否处理', 10, undefined, ({ open }) => (open ? '未处理' : '已处理')],
  ['处理步骤', 60, WRAPPED, ({ steps }) => steps.map(({ zh, command }) => `${zh}${command ?? ''}`).join('\n')],
]

function differencesSheet(differences: readonly ReportedDifference[]): WrittenSheet {
  return {
    name: '差异',
    columns: COLUMNS.map(([, width, style]) => ({ width, ...(style && { style }) })),
    rows: [
      COLUMNS.map(([title]) => title),
      ...differences.map((difference, index) => COLUMNS.map(([, , , of]) => of(difference, index) ?? null)),
    ],
    cells: headerCells(0, COLUMNS.length),
    freezePane: { rows: 1 },
    pageSetup: PAGE,
  }
}

function headerCells(row: number, columns: number): ReadonlyMap<string, { readonly style: CellStyle }> {
  return new Map(Array.from({ length: columns }, (_none, column) => [`${row},${column}`, { style: HEADER }]))
}

/** A number, so that a sheet can add it up; as text from the 16th digit on, which a sheet would lose. */
function amountOf(amount: Yuan | undefined): SheetCell | undefined {
  if (amount === undefined) return undefined
  const text = formatYuan(amount)
  return text.length > 15 ? text : Number(text)
}
