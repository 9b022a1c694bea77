import type { BilingualText } from '@nationec/errors'

/**
 * The known words that a misspelt one may stand for: those that are fewest typing mistakes away, in their order.
 *
 * A mistake is a letter too many, one too few, another one, or two that changed places; a third of the letters, and at
 * least one, may be wrong. Hyphens and capitals do not count.
 */
export function closestWords(word: string, known: Iterable<string>): string[] {
  const typed = bare(word)
  const most = Math.max(1, Math.floor(typed.length / 3))
  // Nothing of ours is as long; what somebody pasted is not compared.
  if (typed.length < 2 || typed.length > 40) return []
  const near = [...known].map((name) => ({ name, mistakes: mistakesBetween(typed, bare(name)) }))
  const fewest = Math.min(most, ...near.map(({ mistakes }) => mistakes))
  return near.filter(({ mistakes }) => mistakes === fewest).map(({ name }) => name)
}

/** The sentence that offers them, to put behind another one; empty where there is none. */
export function didYouMean(word: string, known: Iterable<string>): BilingualText {
  const meant = closestWords(word, known)
  if (meant.length === 0) return { en: '', zh: '' }
  return { en: ` Did you mean ${meant.join(' or ')}?`, zh: `是否为 ${meant.join('、')}？` }
}

const bare = (word: string): string => word.toLowerCase().replaceAll(/[-_]/g, '')

/** Optimal string alignment: Levenshtein's distance with neighbours that changed places as one mistake. */
function mistakesBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[beforeLast, last] = [last, now]
  }
  return last[other.length] ?? 0
}
