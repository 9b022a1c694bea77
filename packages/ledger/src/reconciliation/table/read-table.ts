import { compareYuan, type Profile, subtractYuan, type Yuan, yuan } from '@nationec/protocol'
import type { ReconciliationRow, RowKind, RowStatus } from '../row.ts'
import { plainCell, type Read, readAmount, readNumber, readTime } from './cells.ts'
import { type ColumnField, type ColumnMap, type Positions, positionsOf } from './columns.ts'
import { DayFileError, type Fault } from './faults.ts'
import { lostDigits } from './lost-digits.ts'
import { type Words, wordsOf } from './words.ts'

/** How a table of any kind of file is read. */
export interface TableOptions {
  /** Which column is read as what. Default: the documents' names and their Chinese titles, see `DEFAULT_COLUMNS`. */
  readonly columns?: ColumnMap | undefined
  /** The line of the header, from 1; 0 when there is none. What stands above it is not read. Default 1. */
  readonly headerLine?: number | undefined
  /** So many lines at the end are not rows, sums for example. Lines without any text are not counted. Default 0. */
  readonly footerLines?: number | undefined
  /** Words of the column `kind`, besides those that are known. Without such a column a negative total is a refund. */
  readonly kinds?: Readonly<Record<string, RowKind>> | undefined
  /** Words of the column `status`, besides those that are known and `ordStas`. Without such a column all are `done`. */
  readonly statuses?: Readonly<Record<string, RowStatus>> | undefined
  /** `refused`: a column in which every long number ends in zeros, as Excel leaves them. Default `refused`. */
  readonly longNumbers?: 'refused' | 'kept' | undefined
  /** The states of the region. Default: the default profile. */
  readonly profile?: Pick<Profile, 'orderClasses'> | undefined
}

/** A line of a table, and where it begins. */
export interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** Whether a table has the columns that are wanted. */
export function hasColumns(lines: readonly TableLine[], options: TableOptions): boolean {
  const { header, faults } = layOut(lines, options)
  const most = Math.max(...positionsOf(header?.cells, options.columns, undefined).positions.values(), 0)
  const first = header ?? lines[0]
  return faults.length === 0 && first !== undefined && first.cells.length > most
}

/**
 * Reads the lines of a table into rows; none for a header alone: a day on which nothing was paid.
 *
 * @throws `DAY_FILE_INVALID` with every place that is wrong
 */
export function readTable(lines: readonly TableLine[], options: TableOptions): ReconciliationRow[] {
  const { header, positions, faults: missing, rest } = layOut(lines, options)
  if (missing.length > 0) throw new DayFileError(missing)
  if (rest.length === 0 && header === undefined) throw new DayFileError([{ rule: 'empty' }])
  const words = wordsOf(options)
  const width = header?.cells.length
  const faults: Fault[] = []
  const rows: ReconciliationRow[] = []
  for (const { line, cells } of rest) {
    const found = width === undefined ? [] : shapeFaults(cells, width, line)
    const row = found.length > 0 ? undefined : readRow(line, cells, positions, words, found)
    faults.push(...found)
    if (row !== undefined) rows.push(row)
  }
  if (faults.length === 0 && options.longNumbers !== 'kept') faults.push(...lostDigits(rows, positions))
  if (faults.length > 0) throw new DayFileError(faults)
  return rows
}

function layOut(
  lines: readonly TableLine[],
  { headerLine = 1, footerLines = 0, columns }: TableOptions,
): {
  readonly header: TableLine | undefined
  readonly positions: Positions
  readonly faults: readonly Fault[]
  readonly rest: readonly TableLine[]
} {
  const header = headerLine === 0 ? undefined : lines.find(({ line }) => line >= headerLine)
  const below = lines.filter(({ line }) => header === undefined || line > header.line)
  const rest = below.slice(0, Math.max(0, below.length - footerLines))
  return { header, rest, ...positionsOf(header?.cells, columns, header?.line) }
}

/** More cells than titles: a cell was split, and what follows stands in the wrong column. Empty ones at the end are nothing. */
function shapeFaults(cells: readonly string[], width: number, line: number): Fault[] {
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (used > width) return [{ rule: 'too-many-cells', line }]
  return cells.length < width ? [{ rule: 'too-few-cells', line }] : []
}

type Amounts = { [Field in 'total' | 'fund' | 'account' | 'cash']?: Yuan | undefined }

function readRow(
  line: number,
  cells: readonly string[],
  positions: Positions,
  words: Words,
  faults: Fault[],
): ReconciliationRow | undefined {
  const place = (field: ColumnField): Pick<Fault, 'line' | 'column' | 'field'> => ({
    ...{ line, field },
    column: (positions.get(field) ?? 0) + 1,
  })
  const textOf = (field: ColumnField): string | undefined => {
    const position = positions.get(field)
    const text = position === undefined ? '' : plainCell(cells[position] ?? '')
    return text === '' || /^(?:-+|—+|\/|NULL)$/i.test(text) ? undefined : text
  }
  const take = <Value>(field: ColumnField, read: (text: string) => Read<Value>): Value | undefined => {
    const text = textOf(field)
    const result = text === undefined ? undefined : read(text)
    if (result !== undefined && 'rule' in result) faults.push({ rule: result.rule, ...place(field) })
    return result !== undefined && 'value' in result ? result.value : undefined
  }
  const before = faults.length
  const numbers = Object.fromEntries(
    NUMBERS.flatMap((field) => {
      const value = take(field, readNumber)
      return value === undefined ? [] : [[field, value]]
    }),
  )
  const time = take('time', readTime)
  const amounts: Amounts = Object.fromEntries(AMOUNTS.map((field) => [field, take(field, readAmount)]))
  const kind = take('kind', (word) => meaning(words.kindOf(word), 'kind'))
  const status = take('status', (word) => meaning(words.statusOf(word), 'status'))
  if (faults.length > before) return undefined
  if (numbers['medOrgOrd'] === undefined && numbers['payOrdId'] === undefined) faults.push({ rule: 'no-number', line })
  if (amounts.total === undefined) faults.push({ rule: 'missing', ...place('total') })
  for (const field of ['kind', 'status'] as const) {
    const isEmpty = (field === 'kind' ? kind : status) === undefined
    if (positions.has(field) && isEmpty) faults.push({ rule: 'missing', ...place(field) })
  }
  if (amounts.total === undefined || faults.length > before) return undefined
  const signed = unsigned(kind ?? (isNegative(amounts.total) ? 'refund' : 'payment'), amounts)
  if (signed === undefined) {
    faults.push({ rule: 'sign', ...place('total') })
    return undefined
  }
  return { ...signed, ...numbers, status: status ?? 'done', ...(time !== undefined && { time }), line }
}

const NUMBERS = ['medOrgOrd', 'payOrdId', 'appRefdSn', 'refdSn', 'ledgerNo'] as const
const AMOUNTS = ['total', 'fund', 'account', 'cash'] as const
const ZERO = yuan('0')

function meaning<Meaning>(found: Meaning | undefined, rule: 'kind' | 'status'): Read<Meaning> {
  return found === undefined ? { rule } : { value: found }
}

function isNegative(amount: Yuan): boolean {
  return compareYuan(amount, ZERO) < 0
}

/** A refund is written with either sign; what it gives back is positive here. */
function unsigned(kind: RowKind, amounts: Amounts): Pick<ReconciliationRow, 'kind' | 'total'> | undefined {
  const given = AMOUNTS.flatMap((field) => (amounts[field] === undefined ? [] : [[field, amounts[field]] as const]))
  const turned = kind === 'refund' && given.some(([, amount]) => isNegative(amount))
  const values = given.map(([field, amount]) => [field, turned ? subtractYuan(ZERO, amount) : amount] as const)
  if (values.some(([, amount]) => isNegative(amount))) return undefined
  return { kind, ...(Object.fromEntries(values) as Pick<ReconciliationRow, 'total'>) }
}
