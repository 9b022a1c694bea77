import type { BilingualText } from '../catalogue.ts'

/** Longer words are no slip of the finger. */
const LONGEST = 40

/**
 * The known word that was probably meant: the one with the fewest letters added, dropped, replaced or swapped with their
 * neighbour, at most one for each three letters.
 *
 * Case, `-` and `_` do not count, so `org-id` is `orgId`. Gives `undefined` when no word is near enough; of two words
 * that are equally near the first one.
 *
 * @example
 * ```ts
 * import { nearest } from '@nationec/errors'
 *
 * console.log(nearest('uplaod', ['query', 'upload', 'revoke'])) // upload
 * ```
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const asked = plain(word)
  if (asked.length > LONGEST) return undefined
  let found: string | undefined
  let limit = Math.floor(asked.length / 3) + 1
  for (const name of known) {
    const distance = editDistance(asked, plain(name))
    if (distance >= limit) continue
    found = name
    limit = distance
  }
  return found
}

/**
 * A hint to stand behind a text that refuses a word, empty when no known word is near enough.
 *
 * @param place what stands before the known word, such as `--`
 *
 * @example
 * ```ts
 * import { didYouMean } from '@nationec/errors'
 *
 * console.log(`uplaod is no command${didYouMean('uplaod', ['query', 'upload']).en}`) // … (did you mean `upload`?)
 * ```
 */
export function didYouMean(word: string, known: Iterable<string>, place = ''): BilingualText {
  const meant = nearest(word, known)
  if (meant === undefined) return { en: '', zh: '' }
  return { en: ` (did you mean \`${place}${meant}\`?)`, zh: `（您是不是要写 \`${place}${meant}\`？）` }
}

function plain(word: string): string {
  return word.replace(/[-_]/g, '').toLowerCase()
}

/** Damerau–Levenshtein distance in its restricted form (optimal string alignment), row by row. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = []
  for (let line = 0; line <= from.length; line += 1) {
    const row: number[] = []
    rows.push(row)
    for (let column = 0; column <= to.length; column += 1) {
      const at = (up: number, left: number): number => rows[line - up]?.[column - left] ?? line + column
      const isSame = from[line - 1] === to[column - 1]
      const isSwapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1]
      // Outside of the table `at` gives an upper bound, so the first row and the first column need no case of their own.
      row.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (isSame ? 0 : 1), at(2, 2) + (isSwapped ? 1 : 2)))
    }
  }
  return rows[from.length]?.[to.length] ?? 0
}
