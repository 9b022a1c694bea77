import type { ReconciliationRow } from '../row.ts'
import type { Fault } from './faults.ts'

/** A member of the row that a column is read as. */
export type ColumnField = Exclude<keyof ReconciliationRow, 'line'>

/** The text of the header, one of several texts, or the position of the column from 1. */
export type ColumnName = string | number | readonly string[]

/** Which column is read as what. Columns that are not named are not read: no name and no identity number ever is. */
export type ColumnMap = { readonly [Field in ColumnField]?: ColumnName | undefined }

/** Headers that are looked for when no column map is given: the documents' own names and their Chinese titles. */
export const DEFAULT_COLUMNS: ColumnMap = {
  medOrgOrd: ['medOrgOrd', '医疗机构订单号', '机构订单号', '医院订单号', '商户订单号'],
  payOrdId: ['payOrdId', '支付订单号', '医保支付订单号', '医保订单号', '平台订单号'],
  appRefdSn: ['appRefdSn', '退款申请流水号', '机构退款流水号', '退费流水号'],
  refdSn: ['refdSn', '退款流水号', '平台退款流水号'],
  ledgerNo: ['ledgerNo', '院内流水号', '收费流水号', '收据号', '票据号'],
  kind: ['kind', '交易类型', '业务类型', '类型'],
  time: ['time', 'traceTime', '交易时间', '结算时间', '支付时间'],
  total: ['total', 'feeSumamt', '总金额', '费用总额', '医疗费总额', '交易金额'],
  fund: ['fund', 'fundPay', '基金支付', '医保基金支付', '统筹支付'],
  account: ['account', 'psnAcctPay', '个人账户支付', '个人账户支出', '个账支付'],
  cash: ['cash', 'ownPayAmt', '现金支付', '自费金额', '个人现金支付'],
  status: ['status', 'ordStas', '订单状态', '交易状态', '状态'],
}

/** The position of each column that is read, from 0. */
export type Positions = ReadonlyMap<ColumnField, number>

/**
 * Finds the columns in a header.
 *
 * @param header the cells of the header; `undefined` where the file has none, and all columns are named by position
 * @param map the columns; those of {@link DEFAULT_COLUMNS} may be absent, those that were told may not
 */
export function positionsOf(
  header: readonly string[] | undefined,
  map: ColumnMap | undefined,
  line: number | undefined,
): { readonly positions: Positions; readonly faults: readonly Fault[] } {
  const titles = (header ?? []).map(titleOf)
  const positions = new Map<ColumnField, number>()
  const faults: Fault[] = []
  for (const [field, name] of Object.entries(map ?? DEFAULT_COLUMNS) as [ColumnField, ColumnName | undefined][]) {
    if (name === undefined) continue
    if (typeof name === 'number') {
      if (Number.isInteger(name) && name >= 1) positions.set(field, name - 1)
      else faults.push({ rule: 'no-header', line, field })
      continue
    }
    const names = (typeof name === 'string' ? [name] : name).map(titleOf)
    const found = titles.flatMap((title, index) => (names.includes(title) ? [index] : []))
    const [first] = found
    if (first !== undefined && found.length === 1) positions.set(field, first)
    else if (first !== undefined) faults.push({ rule: 'header-twice', line, field })
    else if (map !== undefined) faults.push({ rule: 'no-header', line, field })
  }
  if (!positions.has('medOrgOrd') && !positions.has('payOrdId') && faults.length === 0)
    faults.push({ rule: 'no-header', line, field: 'medOrgOrd, payOrdId' })
  if (!positions.has('total') && faults.every(({ field }) => field !== 'total'))
    faults.push({ rule: 'no-header', line, field: 'total' })
  return { positions, faults }
}

/** Without blanks and the unit behind it, in one width and case. */
function titleOf(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\uFEFF'`"=]/g, '')
    .replace(/\((?:元|单位:元)\)$/, '')
    .toLowerCase()
}
