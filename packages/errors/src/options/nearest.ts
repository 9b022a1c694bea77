import type { BilingualText } from '../catalogue.ts'

/** More slips than these make another word. */
const MOST_SLIPS = 3

/**
 * The known word that was probably meant: the one with the fewest letters added, dropped, replaced or swapped with their
 * neighbour; at most one for each three letters, and three in all.
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
export function nearest(word: string, known: readonly string[]): string | undefined {
  const asked = plain(word)
  for (let slips = 0; slips <= MOST_SLIPS && slips * 3 <= asked.length; slips += 1) {
    const found = known.find((name) => isWithin(asked, plain(name), slips))
    if (found !== undefined) return found
  }
  return undefined
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
export function didYouMean(word: string, known: readonly string[], place = ''): BilingualText {
  const meant = nearest(word, known)
  if (meant === undefined) return { en: '', zh: '' }
  return { en: ` (did you mean \`${place}${meant}\`?)`, zh: `（您是不是要写 \`${place}${meant}\`？）` }
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
