import type { BilingualText } from '../catalogue.ts'

/** More slips than these make another word. */
const MOST_SLIPS = 3

/**
 * The known words that a misspelt one may stand for: those with the fewest letters added, dropped, replaced or swapped
 * with their neighbour, in their order.
 *
 * One letter in three may be wrong, at least one and at most three. Case, `-` and `_` do not count, so `org-id` is
 * `orgId`.
 *
 * @example
 * ```ts
 * import { nearestWords } from '@nationec/errors'
 *
 * console.log(nearestWords('uplaod', ['query', 'upload', 'revoke'])) // [ 'upload' ]
 * ```
 */
export function nearestWords(word: string, known: readonly string[]): string[] {
  const asked = plain(word)
  const most = asked.length < 2 ? 0 : Math.min(MOST_SLIPS, Math.max(1, asked.length / 3))
  for (let slips = 0; slips <= most; slips += 1) {
    const near = known.filter((name) => isWithin(asked, plain(name), slips))
    if (near.length > 0) return near
  }
  return []
}

/**
 * A hint to stand behind a text that refuses a word, empty when no known word is near enough.
 *
 * @param place what stands before the known word, such as `host.`
 *
 * @example
 * ```ts
 * import { didYouMean } from '@nationec/errors'
 *
 * console.log(`uplaod is no command${didYouMean('uplaod', ['query', 'upload']).en}`) // … (did you mean `upload`?)
 * ```
 */
export function didYouMean(word: string, known: readonly string[], place = ''): BilingualText {
  const near = nearestWords(word, known).map((name) => `\`${place}${name}\``)
  if (near.length === 0) return { en: '', zh: '' }
  return { en: ` (did you mean ${near.join(' or ')}?)`, zh: `（您是不是要写 ${near.join(' 或 ')}？）` }
}

function plain(word: string): string {
  return word.replace(/[-_]/g, '').toLowerCase()
}

/** Whether so many slips lead from one word to the other (edit distance with neighbours swapped). */
function isWithin(from: string, to: string, slips: number): boolean {
  let same = 0
  while (same < from.length && from[same] === to[same]) same += 1
  const [a, b] = [from.slice(same), to.slice(same)]
  if (a === b || slips === 0) return a === b
  const isSwapped = a[0] === b[1] && a[1] === b[0]
  return (
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    (isSwapped && isWithin(a.slice(2), b.slice(2), slips - 1))
  )
}
