import { DayFileError } from '../table/faults.ts'
import type { TableLine } from '../table/read-table.ts'

export type Delimiter = ',' | '\t' | ';' | '|'

/**
 * Splits a text into lines of cells as RFC 4180 writes them, and Excel's `="…"`. Lines may end in CRLF, LF or CR; a quoted
 * cell may hold any of them. Lines without any text are left out.
 *
 * @throws `DAY_FILE_INVALID` for a quotation mark that is open at the end or inside a cell: what follows is not known
 */
export function splitCsv(text: string, delimiter: Delimiter): TableLine[] {
  const lines: TableLine[] = []
  let cells: string[] = []
  let [at, line, started] = [0, 1, 1]
  while (at < text.length) {
    const { cell, end } = readCell(text, at, delimiter)
    if (end === undefined) throw new DayFileError([{ rule: 'quote', line: started, column: cells.length + 1 }])
    cells.push(cell)
    line += lineEnds(text, at, end)
    at = end
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      cells.push('')
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (cells.some((content) => content.trim() !== '')) lines.push({ line: started, cells })
    cells = []
    started = line
  }
  return lines
}

/** One cell and the place behind it: a delimiter, a line's end or the end; `undefined` when a quotation mark is wrong. */
function readCell(text: string, from: number, delimiter: Delimiter): { cell: string; end: number | undefined } {
  const isFormula = text.startsWith('="', from)
  if (text[from] !== '"' && !isFormula) {
    const end = plainEnd(text, from, delimiter)
    const cell = text.slice(from, end)
    return { cell, end: cell.includes('"') ? undefined : end }
  }
  const opened = isFormula ? from + 1 : from
  let at = opened + 1
  for (;;) {
    const closed = text.indexOf('"', at)
    if (closed < 0) return { cell: '', end: undefined }
    if (text[closed + 1] === '"') {
      at = closed + 2
      continue
    }
    const end = plainEnd(text, closed + 1, delimiter)
    const cell = text.slice(opened + 1, closed).replaceAll('""', '"')
    // Blanks behind the mark are nothing; anything else means that the mark was not the end of the cell.
    const clean = text.slice(closed + 1, end).trim() === ''
    return { cell: isFormula ? `="${cell}"` : cell, end: clean ? end : undefined }
  }
}

function plainEnd(text: string, from: number, delimiter: Delimiter): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === delimiter || sign === '\n' || sign === '\r') return at
  }
  return text.length
}

/** Line ends inside a cell; CRLF is one. */
function lineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count += 1
  }
  return count
}
