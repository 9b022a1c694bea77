import type { BilingualText } from '@nationec/errors'
import { LedgerError } from '../../errors/ledger-error.ts'

/** What is wrong with a place of a file, and what to do. Never the value of a cell: it may be a name in the wrong column. */
const RULES = {
  // The file
  empty: { en: 'the file has no rows: is it the right one?', zh: '文件中没有数据行，请确认文件' },
  'too-large': { en: 'the file is too large: split it by day', zh: '文件过大，请按日拆分' },
  workbook: { en: 'this is a workbook (xlsx): read it with readXlsx', zh: '该文件为 xlsx 工作簿，请用 readXlsx 读取' },
  'old-workbook': {
    en: 'this is an old or an encrypted workbook: save it as xlsx without a password, or as CSV',
    zh: '该文件为旧版或加密的工作簿，请另存为无密码的 xlsx 或 CSV',
  },
  'not-workbook': {
    en: 'this is not a workbook that can be read: save it as xlsx anew',
    zh: '不是可读取的工作簿，请重新另存为 xlsx',
  },
  'no-sheet': {
    en: 'the workbook has no such sheet: name one that it has',
    zh: '工作簿中没有该工作表，请指定存在的工作表',
  },
  'many-sheets': {
    en: 'the workbook has several sheets with rows: name one in `sheet`',
    zh: '工作簿有多个含数据的工作表，请在 sheet 中指定',
  },
  charset: {
    en: 'the bytes are not of this charset: export as UTF-8 or GB18030, or tell the right one in `charset`',
    zh: '字节不符合该字符集，请以 UTF-8 或 GB18030 导出，或在 charset 中指明',
  },
  utf16: { en: 'the file is UTF-16: save it as CSV UTF-8', zh: '文件为 UTF-16 编码，请另存为 CSV UTF-8' },
  'charset-ambiguous': {
    en: 'the file can be read as UTF-8 and as GB18030, with different rows: tell which in `charset`',
    zh: '文件按 UTF-8 与 GB18030 均可读取且结果不同，请在 charset 中指明',
  },
  delimiter: {
    en: 'more than one delimiter fits, or none: tell it in `delimiter`',
    zh: '无法唯一确定分隔符，请在 delimiter 中指明',
  },
  // A line
  quote: {
    en: 'a quotation mark is open at the end, or stands inside a cell: double it within quotes',
    zh: '引号未闭合或出现在单元格中间；引号内的引号须双写',
  },
  'too-many-cells': {
    en: 'the line has more cells than the header: a cell with the delimiter in it must be quoted',
    zh: '该行的列数多于表头；含分隔符的单元格须加引号',
  },
  'too-few-cells': {
    en: 'the line has fewer cells than the header: a title or a sum belongs to `headerLine` and `footerLines`',
    zh: '该行的列数少于表头；标题或合计行请用 headerLine、footerLines 说明',
  },
  'no-number': {
    en: 'neither medOrgOrd nor payOrdId is given: a sum at the end belongs to `footerLines`',
    zh: 'medOrgOrd 与 payOrdId 均为空；末尾的合计行请用 footerLines 说明',
  },
  // The header
  'no-header': { en: 'the header has no such column: correct the column map', zh: '表头中没有该列，请改正列对照' },
  'header-twice': {
    en: 'the header has more than one such column: name it by its position, from 1',
    zh: '表头中有多个该列，请改用列序号（从 1 起）指定',
  },
  // A cell
  missing: { en: 'the cell is empty: this column is needed', zh: '单元格为空，该列必填' },
  exponent: {
    en: 'Excel has shortened this number to an exponent, its digits are lost: export anew with the column as text',
    zh: '长数字已被 Excel 截断为科学计数法，原值已丢失；请将该列设为文本后重新导出',
  },
  'digits-lost': {
    en: 'every long number of this column ends in zeros behind its 15th digit, as Excel writes them: export anew as text, or set `longNumbers` to `kept`',
    zh: '该列长数字第 15 位之后全部为 0，疑被 Excel 截断；请将该列设为文本后重新导出，确认无误时将 longNumbers 设为 kept',
  },
  number: {
    en: 'a number has 1 to 64 characters of A-Z a-z 0-9 - _ . : / #: is it the right column?',
    zh: '编号须为 1 至 64 位字母、数字或 - _ . : / #，请确认列对照',
  },
  amount: {
    en: 'an amount is decimal text in yuan with at most two decimals, with or without separators of thousands',
    zh: '金额须以元为单位，至多两位小数，可含千分位分隔符',
  },
  sign: {
    en: 'a payment has no negative amount, and a refund has one sign in all of them: is the kind right?',
    zh: '支付金额不得为负，退费各项金额须同号，请确认交易类型',
  },
  time: {
    en: 'a time is written YYYY-MM-DD HH:mm:ss, YYYYMMDDHHMMSS or as a day',
    zh: '时间须写作 YYYY-MM-DD HH:mm:ss、YYYYMMDDHHMMSS 或日期',
  },
  kind: { en: 'this word names no kind: tell it in `kinds`', zh: '无法识别的交易类型，请在 kinds 中说明' },
  status: { en: 'this word names no state: tell it in `statuses`', zh: '无法识别的状态，请在 statuses 中说明' },
} as const satisfies Readonly<Record<string, BilingualText>>

/** Why a place of a file cannot be read. */
export type FaultRule = keyof typeof RULES

/** A place of a file that cannot be read. */
export interface Fault {
  readonly rule: FaultRule
  /** In the file, from 1. Absent when it is the whole file. */
  readonly line?: number | undefined
  /** From 1. */
  readonly column?: number | undefined
  /** The member of the row that the column is read as, for example `total`. */
  readonly field?: string | undefined
}

/** So many are named; a file with the wrong column map has one in each line. */
const MOST_FAULTS = 20

/** A file that cannot be read, with every place that is wrong (at most 20), and nothing of what stands there. */
export class DayFileError extends LedgerError {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[], cause?: unknown) {
    const named = faults.slice(0, MOST_FAULTS)
    super('DAY_FILE_INVALID', { details: named.map(textOf), cause })
    this.name = 'DayFileError'
    this.faults = named
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), faults: this.faults }
  }
}

function textOf({ rule, line, column, field }: Fault): BilingualText {
  const { en, zh } = RULES[rule]
  const place = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column} (${letterOf(column)})`]),
    ...(field === undefined ? [] : [`for ${field}`]),
  ]
  const ort = [
    ...(line === undefined ? [] : [`第 ${line} 行`]),
    ...(column === undefined ? [] : [`第 ${column} 列（${letterOf(column)}）`]),
    ...(field === undefined ? [] : [`字段 ${field}`]),
  ]
  return {
    en: place.length === 0 ? `${en};` : `${place.join(', ')}: ${en};`,
    zh: ort.length === 0 ? `${zh}；` : `${ort.join('，')}：${zh}；`,
  }
}

/** The name of a column in a spreadsheet. */
function letterOf(column: number): string {
  let [letters, rest] = ['', column]
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}
