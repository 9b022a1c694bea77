import { maskJson } from '../mask-json.ts'
import { bracketEnds } from './bracket-ends.ts'
import { jsonEnd } from './json-end.ts'
import { maskPieces } from './mask-pieces.ts'
import { maskProse } from './mask-prose.ts'

/**
 * Masks a log, or any text that holds messages.
 *
 * | what stands in it | what is shown |
 * | --- | --- |
 * | JSON, also over several lines, also inside strings | what `showKnown` shows; written on one line |
 * | cut or escaped JSON, printed maps (`{userName=…}`, `Person(userName=…)`) | the same, value by value |
 * | records of card readers (`A\|B\|C`) | nothing |
 * | `name=value`, `name: value`, `姓名：…`, XML elements | the same for fields; other names unless they are personal |
 * | other text | all but numbers of persons, telephone numbers and tokens |
 *
 * A name in a plain sentence cannot be recognised: read a masked log before you pass it on.
 *
 * @example
 * ```ts
 * import { maskLog } from '@nationec/protocol/privacy'
 *
 * console.log(maskLog('10:15:00 INFO sent {userName=张三, insutype=310}'))
 * // 10:15:00 INFO sent {userName=***, insutype=310}
 * ```
 */
export function maskLog(text: string): string {
  const ends = bracketEnds(text)
  const masked: string[] = []
  let copied = 0
  const opening = /[[{(]/g
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const structure = structureAt(text, found.index, ends)
    if (structure === undefined) continue
    masked.push(maskProse(text.slice(copied, found.index)), structure.masked)
    copied = structure.end
    opening.lastIndex = copied
  }
  return masked.join('') + maskProse(text.slice(copied))
}

interface Structure {
  readonly masked: string
  readonly end: number
}

function structureAt(text: string, start: number, ends: ReadonlyMap<number, number>): Structure | undefined {
  const bracket = text[start] ?? ''
  // Brackets of objects are masked in any case; other ones stand in sentences too.
  const isJson = bracket === '{' || (bracket === '[' && /^\[\s*[[{"]/.test(text.slice(start, start + 80)))
  const end = isJson ? jsonEnd(text, start) : undefined
  if (end !== undefined) {
    const masked = maskJson(text.slice(start, end))
    if (masked !== undefined) return { masked, end }
  }
  // A bracket that is never closed, as in a line that was cut, counts to the end of its line.
  const line = text.indexOf('\n', start)
  const last = ends.get(start) ?? (line < 0 ? text.length : line)
  const inner = text.slice(start + 1, last)
  if (bracket === '{' || isListed(bracket, inner)) return { masked: bracket + maskPieces(inner), end: last }
  return undefined
}

/** Characters of a list that are looked at: brackets may stand in brackets, and each is judged. */
const HEAD = 2000

/** Whether brackets of a sentence hold members or a list: `Person(userName=…)`, `[张三, 李四]`; not `[main]`. */
function isListed(bracket: string, inner: string): boolean {
  if (/^\s{0,80}\\{0,8}["']?[A-Za-z_]\w{0,63}\\{0,8}["']?\s{0,8}=/.test(inner)) return true
  if (bracket !== '[') return false
  const head = inner.slice(0, HEAD)
  return /^\s*"/.test(head) || (head.includes(',') && (inner.length > HEAD || /[^\t\n -~]/.test(head)))
}
