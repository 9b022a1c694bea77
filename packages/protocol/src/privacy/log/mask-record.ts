import { MASK } from '../mask.ts'
import { maskText } from '../mask-text.ts'

/** What a logger writes before its own text: time and level. */
const PREFIX =
  /^\s*(?:\[?(?:\d{4}[-/]\d\d[-/]\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?\s*)?(?:\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?\s*)?/

/**
 * Masks a line that holds a record of a card reader, its parts separated by `|` or `^`: everything from the last mark
 * before the record on is hidden, part by part.
 *
 * A line whose bars have blanks around them is the layout of a logger, unless one of its parts is a person's number or
 * as short as a name.
 *
 * @returns `undefined` for a line that holds no record
 */
export function maskRecord(line: string): string | undefined {
  const separator = /\|/.test(line) ? '|' : /\^[^^]*\^/.test(line) ? '^' : undefined
  if (separator === undefined) return undefined
  const [first = '', ...others] = line.split(separator)
  if (isLayout(line, separator) && ![first, ...others].some(isOfPerson)) return undefined
  const time = PREFIX.exec(first)?.[0] ?? ''
  const rest = first.slice(time.length)
  const told = /^.*[:：=\])>）]\s*/.exec(rest)?.[0] ?? ''
  const head = `${time}${maskText(told)}`
  return [head + hidden(rest.slice(told.length)), ...others.map(hidden)].join(separator)
}

function isLayout(line: string, separator: string): boolean {
  return line.split(separator).every((part, index, parts) => {
    const blankBefore = index === 0 || part === '' || /^\s/.test(part)
    return blankBefore && (index === parts.length - 1 || part === '' || /\s$/.test(part))
  })
}

function isOfPerson(part: string): boolean {
  const plain = part.trim()
  return /^\p{Script=Han}{2,4}$/u.test(plain) || (maskText(plain) === MASK && plain !== MASK)
}

function hidden(part: string): string {
  return part.trim() === '' ? part : MASK
}
