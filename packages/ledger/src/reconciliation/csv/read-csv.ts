import type { ReconciliationRow } from '../row.ts'
import { DayFileError } from '../table/faults.ts'
import { hasColumns, readTable, type TableLine, type TableOptions } from '../table/read-table.ts'
import { type CsvCharset, type Reading, readingsOf } from './charset.ts'
import { type Delimiter, splitCsv } from './split-csv.ts'

export interface CsvOptions extends TableOptions {
  /** Default: the one of UTF-8 (with or without a mark) and GB18030 in which the file can be read; refused when both can. */
  readonly charset?: CsvCharset | undefined
  /** Default: the one with which the named columns are found. */
  readonly delimiter?: Delimiter | undefined
}

/**
 * Reads a CSV file of a day into rows (对账文件).
 *
 * Quoted cells, any line ends, `="…"`, separators of thousands, and refunds with a minus are understood; what Excel has
 * damaged (`1.23E+18`) is refused. No part of the file that has no column in the map is read.
 *
 * @param file the bytes, or the text
 * @throws `DAY_FILE_INVALID` (`DayFileError`) with the lines and columns that are wrong, never with what stands there
 *
 * @example
 * ```ts
 * import { readCsv } from '@nationec/ledger/reconciliation'
 *
 * const rows = readCsv('机构订单号,交易类型,总金额（元）\nM1,支付,"1,128.50"\nM1,退费,-28.50\n')
 * console.log(rows.map(({ kind, total }) => [kind, total])) // [ [ 'payment', '1128.50' ], [ 'refund', '28.50' ] ]
 * ```
 */
export function readCsv(file: Uint8Array | string, options: CsvOptions = {}): ReconciliationRow[] {
  const readings =
    typeof file === 'string'
      ? [{ charset: 'utf-8', text: file.replace(/^\uFEFF/, '') } as const]
      : readingsOf(file, options.charset)
  if (typeof readings === 'string') throw new DayFileError([{ rule: readings }])
  const outcomes = readings.map((reading) => attempt(reading, options))
  const read = outcomes.flatMap((outcome) => ('rows' in outcome ? [outcome.rows] : []))
  const [first, second] = read
  if (first === undefined) throw bestError(outcomes)
  // Chinese in a column that is not read: either charset gives the same rows.
  if (second !== undefined && JSON.stringify(first) !== JSON.stringify(second))
    throw new DayFileError([{ rule: 'charset-ambiguous' }])
  return first
}

type Outcome = { readonly rows: ReconciliationRow[] } | { readonly error: DayFileError; readonly fits: boolean }

function attempt({ text }: Reading, options: CsvOptions): Outcome {
  let fits = false
  try {
    if (text.trim() === '') throw new DayFileError([{ rule: 'empty' }])
    const lines = linesOf(text, options)
    fits = hasColumns(lines, options)
    return { rows: readTable(lines, options) }
  } catch (error) {
    if (error instanceof DayFileError) return { error, fits }
    throw error
  }
}

/** The error of the reading in which the columns were found; else of the first. */
function bestError(outcomes: readonly Outcome[]): DayFileError | undefined {
  const errors = outcomes.flatMap((outcome) => ('error' in outcome ? [outcome] : []))
  return (errors.find(({ fits }) => fits) ?? errors[0])?.error
}

function linesOf(text: string, options: CsvOptions): TableLine[] {
  if (options.delimiter !== undefined) return splitCsv(text, options.delimiter)
  const failures: DayFileError[] = []
  const splits = ([',', '\t', ';', '|'] as const).flatMap((delimiter) => {
    try {
      const lines = splitCsv(text, delimiter)
      return hasColumns(lines, options) ? [lines] : []
    } catch (error) {
      // A wrong quotation mark says nothing of delimiters that the file does not use.
      if (error instanceof DayFileError && text.includes(delimiter)) failures.push(error)
      return []
    }
  })
  const [lines, other] = splits
  if (lines !== undefined && other === undefined) return lines
  if (lines !== undefined) throw new DayFileError([{ rule: 'delimiter' }])
  if (failures[0] !== undefined) throw failures[0]
  // No delimiter gives the columns: the comma's header says which are missing.
  return splitCsv(text, ',')
}
