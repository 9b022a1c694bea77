import type { ReconciliationRow } from '../row.ts'
import { DayFileError } from '../table/faults.ts'
import { readTable, type TableLine, type TableOptions } from '../table/read-table.ts'
import { loadHucre, type Sheet, type SheetCell } from './load-hucre.ts'

export interface XlsxOptions extends TableOptions {
  /** Name of the sheet. Default: the only one that has rows and is not hidden. */
  readonly sheet?: string | undefined
}

/** 64 MiB, as for a CSV file. */
const MOST_BYTES = 64 * 1024 * 1024
/** From here on a spreadsheet no longer has every digit of a number. */
const MOST_EXACT = 1e15

/**
 * Reads a workbook of a day into rows. Needs the package `hucre`, which is loaded when this is first called.
 *
 * A number of the sheet is taken with the 15 digits that a spreadsheet shows; an order's number that was stored as a longer
 * one is refused.
 *
 * @throws `DAY_FILE_INVALID` (`DayFileError`) with the lines and columns that are wrong, never with what stands there;
 *   `XLSX_LIBRARY_MISSING`
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { readXlsx } from '@nationec/ledger/reconciliation'
 *
 * async function rowsOf(path: string) {
 *   return readXlsx(await readFile(path), { columns: { payOrdId: '支付订单号', total: '总金额' }, footerLines: 1 })
 * }
 * ```
 */
export async function readXlsx(file: Uint8Array, options: XlsxOptions = {}): Promise<ReconciliationRow[]> {
  if (file.length > MOST_BYTES) throw new DayFileError([{ rule: 'too-large' }])
  if (file[0] === 0xd0 && file[1] === 0xcf) throw new DayFileError([{ rule: 'old-workbook' }])
  const { readXlsx: read } = await loadHucre()
  let sheets: readonly Sheet[]
  try {
    sheets = (await read(file)).sheets
  } catch (cause) {
    throw new DayFileError([{ rule: 'not-workbook' }], cause)
  }
  const { rows } = choose(sheets, options.sheet)
  return readTable(rows.flatMap(lineOf), options)
}

function choose(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const candidates = sheets.filter((sheet) =>
    name === undefined
      ? sheet.hidden !== true && sheet.veryHidden !== true && sheet.rows.flatMap(lineOf).length > 0
      : sheet.name === name,
  )
  const [first, second] = candidates
  if (first === undefined) throw new DayFileError([{ rule: name === undefined ? 'empty' : 'no-sheet' }])
  if (second !== undefined) throw new DayFileError([{ rule: 'many-sheets' }])
  return first
}

function lineOf(row: readonly SheetCell[], index: number): TableLine[] {
  const cells = row.map(textOf)
  return cells.some((cell) => cell.trim() !== '') ? [{ line: index + 1, cells }] : []
}

function textOf(cell: SheetCell | undefined): string {
  if (typeof cell === 'number') {
    // Written as Excel writes what it has shortened, so that it meets the same rule.
    if (Math.abs(cell) >= MOST_EXACT)
      return cell
        .toExponential(5)
        .toUpperCase()
        .replace(/E\+(\d)$/, 'E+0$1')
    return String(Number(cell.toPrecision(15)))
  }
  if (cell instanceof Date) return new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return cell === null || cell === undefined ? '' : String(cell)
}
