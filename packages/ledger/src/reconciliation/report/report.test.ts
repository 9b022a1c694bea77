// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { yuan } from '@nationec/protocol'
import fc from 'fast-check'
import { readXlsx as readWorkbook } from 'hucre/xlsx'
import { compareDay } from '../compare/compare-day.ts'
import type { LedgerRow } from '../compare/difference.ts'
import { DAY, orders, rowsOf } from '../fixtures/days.ts'
import type { ReconciliationRow } from '../row.ts'
import { reportXlsx } from '../xlsx/report-xlsx.ts'
import { reportOf } from './report.ts'
import { reportHtml } from './report-html.ts'

const AT = '2026-11-30 08:00:00'
const amounts = { total: yuan('1128.50'), fund: yuan('1000'), account: yuan('100'), cash: yuan('28.50') }
const known: LedgerRow = {
  ...{ kind: 'payment', status: 'done', medOrgOrd: '0012', payOrdId: 'P1', day: DAY, order: 'o1', ...amounts },
}
const listed: ReconciliationRow = {
  kind: 'payment',
  status: 'done',
  medOrgOrd: '0012',
  payOrdId: 'P1',
  line: 7,
  ...amounts,
}
const different = reportOf(
  compareDay({ day: DAY, centre: [{ ...listed, total: yuan('1128.05') }], institution: [listed] }, [known]),
  AT,
  [{ exception: 'r-1', open: true }],
)

describe('the report of a day', () => {
  it('has the command that settles each difference, with its exception', () => {
    const [difference] = different.differences
    assert.equal(difference?.class, 'amount')
    assert.equal(difference?.other, 'as-ledger')
    assert.deepEqual(
      difference?.steps.map(({ command }) => command),
      ['nationec query --field medOrgOrd=0012', 'nationec ledger decide r-1 --outcome seen --by NAME --because REASON'],
    )
  })

  it('tells how an unknown outcome is settled by what the list says', () => {
    const unknown = { ...known, status: 'unknown', operation: 'x' } as const
    const decided = (centre: readonly ReconciliationRow[]): string | undefined => {
      const { differences } = reportOf(compareDay({ day: DAY, centre }, [unknown]), AT)
      return differences[0]?.steps.at(-1)?.command
    }
    assert.match(decided([listed]) ?? '', /decide EXCEPTION --outcome done /)
    assert.match(decided([]) ?? '', /--outcome not-done /)
    assert.match(decided([{ ...listed, status: 'not-done' }]) ?? '', /--outcome not-done /)
    assert.equal(decided([{ ...listed, status: 'open' }]), undefined)
  })

  it('is the same in JSON as in the program', () => {
    fc.assert(
      fc.property(orders, (truth) => {
        const rows = truth.flatMap(rowsOf)
        const report = reportOf(
          compareDay(
            { day: DAY, centre: [] },
            rows.map(({ ledger }) => ledger),
          ),
          AT,
        )
        const read = JSON.parse(JSON.stringify(report))
        assert.equal(read.differences.length, report.differences.length)
        assert.deepEqual(read.sums, report.sums)
      }),
    )
  })
})

describe('reportHtml', () => {
  it('is one page in Chinese that loads nothing and marks what differs', () => {
    const page = reportHtml(different)
    assert.match(page, /^<!doctype html>\n<html lang="zh-CN">/)
    assert.match(page, /size: A4/)
    assert.match(page, /差异 1 项，未处理 1 项/)
    assert.match(page, /<span class="other">1128\.05<\/span>/)
    assert.match(page, /第 7 行/)
    assert.doesNotMatch(page, /src=|href=|url\(|@import|<script|undefined/)
  })

  it('says so when nothing differs', () => {
    const page = reportHtml(reportOf(compareDay({ day: DAY, centre: [listed] }, [known]), AT))
    assert.match(page, /相符 1 笔/)
    assert.doesNotMatch(page, /<h2>差异/)
  })

  it('writes no mark-up that stands in a row', () => {
    const wild = { ...listed, medOrgOrd: '<b onclick="x">', ledgerNo: `&'"` }
    const page = reportHtml(reportOf(compareDay({ day: '<i>', centre: [wild] }, []), AT))
    assert.doesNotMatch(page, /<b onclick|<i>/)
    assert.match(page, /&lt;b onclick=&quot;x&quot;&gt;/)
  })
})

describe('reportXlsx', () => {
  it('is a workbook with sums to add up and numbers of orders as text', async () => {
    const { sheets } = await readWorkbook(await reportXlsx(different))
    const [sums, differences] = sheets
    assert.deepEqual([sums?.name, differences?.name], ['汇总', '差异'])
    assert.deepEqual(sums?.rows[0]?.slice(0, 2), ['医保对账日报', DAY])
    const [titles = [], row = []] = differences?.rows ?? []
    const cell = (title: string): unknown => row[titles.indexOf(title)]
    assert.equal(cell('机构订单号'), '0012')
    assert.equal(cell('账本总额'), 1128.5)
    assert.equal(cell('清单总额'), 1128.05)
    assert.equal(cell('清单行号'), 7)
    assert.match(String(cell('处理步骤')), /decide r-1/)
  })

  it('keeps every digit of any amount', async () => {
    const most = yuan('12345678901234.56')
    const report = reportOf(compareDay({ day: DAY, centre: [{ ...listed, total: most }] }, []), AT)
    const { sheets } = await readWorkbook(await reportXlsx(report))
    assert.ok(sheets[1]?.rows[1]?.includes('12345678901234.56'))
    await fc.assert(
      fc.asyncProperty(orders, async (truth) => {
        const centre = truth.flatMap((order, place) => rowsOf(order, place).map(({ list }) => list))
        const made = reportOf(compareDay({ day: DAY, centre }, []), AT)
        const written = (await readWorkbook(await reportXlsx(made))).sheets[1]?.rows ?? []
        const column = written[0]?.indexOf('清单总额') ?? 0
        assert.deepEqual(
          written.slice(1).map((row) => yuan(Number(row[column]).toFixed(2))),
          made.differences.map(({ row }) => row?.total),
        )
      }),
      { numRuns: 30 },
    )
  })
})
