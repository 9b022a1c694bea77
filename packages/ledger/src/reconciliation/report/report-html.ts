import { formatYuan, type Yuan } from '@nationec/protocol'
import { AMOUNTS, type LedgerRow } from '../compare/difference.ts'
import type { ReconciliationRow } from '../row.ts'
import type { DayReport, ReportedDifference } from './report.ts'
import { STYLE } from './style.ts'
import { CLASSES, KINDS, LISTS, OTHERS, SOURCES, STATUSES } from './words.ts'

type Pair = readonly [zh: string, en: string]

/**
 * The report of a day as one page: Chinese first, nothing loaded from elsewhere, printable on A4, no person in it.
 *
 * @returns the text of the page, for a file or an answer
 */
export function reportHtml({ day, at, equal, sums, differences }: DayReport): string {
  const open = differences.filter((difference) => difference.open).length
  const result =
    differences.length === 0
      ? `<p class="result equal">三方相符 <small>no difference</small></p>`
      : `<p class="result differs">差异 ${differences.length} 项，未处理 ${open} 项 <small>${differences.length} differences, ${open} open</small></p>`
  const lines = SOURCES.flatMap((source) => {
    const of = sums[source]
    return of === undefined
      ? []
      : (['payment', 'refund'] as const).map(
          (kind) =>
            `<tr><td>${both(LISTS[source])}</td><td>${both(KINDS[kind])}</td><td class="amount">${of[kind].count}</td>${AMOUNTS.map((name) => amountCell(of[kind][name], sums.ledger[kind][name])).join('')}</tr>`,
        )
  })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>医保对账日报 ${text(day)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>医保对账日报 <small>Daily reconciliation</small></h1>
<p>对账日期 <strong>${text(day)}</strong>　比对时间 ${text(at)}　相符 ${equal} 笔 <small>equal: ${equal}</small></p>
${result}
<h2>汇总 <small>Sums of what is done, in yuan</small></h2>
<table>
<thead><tr>${['来源', '类别', '笔数', '总额（元）', '基金', '个人账户', '现金'].map((title, index) => `<th${index > 1 ? ' class="amount"' : ''}>${title}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
${differences.length === 0 ? '' : differencesTable(differences)}
<p class="sign"><span>制表</span><span>复核</span><span>日期</span></p>
</body>
</html>
`
}

function differencesTable(differences: readonly ReportedDifference[]): string {
  const titles = ['序号', '差异', '编号', '账本', '清单', '处理']
  const rows = differences.map((difference, index) => {
    const { class: found, list, kind, ledger, row, other, open, steps } = difference
    const line = row?.line === undefined ? '' : `<br><small>第 ${row.line} 行</small>`
    const third = other === undefined ? '' : `<p><small>另一清单${OTHERS[other][0]}</small></p>`
    return `<tr${open ? '' : ' class="settled"'}>
<td>${index + 1}</td>
<td><strong>${CLASSES[found][0]}</strong><br><small>${CLASSES[found][1]}</small><br>${KINDS[kind][0]} · ${LISTS[list][0]}${open ? '' : '<br>已处理'}</td>
<td class="number">${numbersOf({ ...ledger, ...row })}</td>
<td class="amount">${sideOf(ledger, row)}</td>
<td class="amount">${sideOf(row, ledger)}${line}${third}</td>
<td>${open ? steps.map(({ zh, command }) => `${text(zh)}${command === undefined ? '' : `<code>${text(command)}</code>`}`).join('') : ''}</td>
</tr>`
  })
  return `<h2>差异 <small>Differences</small></h2>
<table>
<thead><tr>${titles.map((title) => `<th>${title}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

const NUMBERS = [
  ['medOrgOrd', '机构订单号'],
  ['payOrdId', '支付订单号'],
  ['appRefdSn', '机构退款号'],
  ['refdSn', '退款流水号'],
  ['ledgerNo', '院内流水号'],
] as const

function numbersOf(row: { readonly [Name in (typeof NUMBERS)[number][0]]?: string | undefined }): string {
  return NUMBERS.flatMap(([name, title]) => {
    const number = row[name]
    return number === undefined ? [] : [`<small>${title}</small> ${text(number)}`]
  }).join('<br>')
}

type Side = ReconciliationRow | LedgerRow | undefined

function sideOf(row: Side, against: Side): string {
  if (row === undefined) return '无'
  const mark = (content: string, differs: boolean): string =>
    differs ? `<span class="other">${content}</span>` : content
  const status = mark(STATUSES[row.status][0], against !== undefined && against.status !== row.status)
  const amounts = AMOUNTS.flatMap((name) => {
    const [amount, other] = [row[name], against?.[name]]
    const differs = amount !== other && other !== undefined
    return amount === undefined
      ? []
      : [`<small>${AMOUNT_TITLES[name]}</small> ${mark(text(formatYuan(amount)), differs)}`]
  })
  return [status, ...amounts].join('<br>')
}

const AMOUNT_TITLES = { total: '总额', fund: '基金', account: '个账', cash: '现金' } as const

function amountCell(amount: Yuan, ofLedger: Yuan): string {
  return `<td class="amount${amount === ofLedger ? '' : ' other'}">${text(formatYuan(amount))}</td>`
}

function both([zh, en]: Pair): string {
  return `${zh} <small>${en}</small>`
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
