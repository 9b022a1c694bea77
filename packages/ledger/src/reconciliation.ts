/**
 * Reconciliation (对账): lists of a day are read, compared with the ledger and with each other, and reported.
 *
 * @module
 */
export { type Comparison, compareDay } from './reconciliation/compare/compare-day.ts'
export type {
  Difference,
  DifferenceClass,
  LedgerRow,
  ListName,
  OtherList,
} from './reconciliation/compare/difference.ts'
export { type SettlingStep, settlingOf } from './reconciliation/compare/settling.ts'
export type { KindSums, ListSums } from './reconciliation/compare/sums.ts'
export type { CsvCharset } from './reconciliation/csv/charset.ts'
export { type CsvOptions, readCsv } from './reconciliation/csv/read-csv.ts'
export type { Delimiter } from './reconciliation/csv/split-csv.ts'
export {
  type DayReport,
  type ReportedDifference,
  reportOf,
  type StoredDifference,
} from './reconciliation/report/report.ts'
export { reportHtml } from './reconciliation/report/report-html.ts'
export type { DayFile, ReconciliationRow, RowAmounts, RowKind, RowStatus } from './reconciliation/row.ts'
export { type ColumnField, type ColumnMap, type ColumnName, DEFAULT_COLUMNS } from './reconciliation/table/columns.ts'
export { DayFileError, type Fault, type FaultRule } from './reconciliation/table/faults.ts'
export type { TableOptions } from './reconciliation/table/read-table.ts'
export { readXlsx, type XlsxOptions } from './reconciliation/xlsx/read-xlsx.ts'
export { reportXlsx } from './reconciliation/xlsx/report-xlsx.ts'
