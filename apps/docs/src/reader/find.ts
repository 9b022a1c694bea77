import type { SearchText } from '../finish/search-texts.ts'

export interface Found {
  readonly text: SearchText
  /** What stands around the first word that was found, in three parts: before it, the word, after it. */
  readonly around: readonly [string, string, string]
}

/** Points for where a word was found. */
const IN_PAGE = 30
const IN_HEADING = 20
const IN_TEXT = 1
/** Many mentions say little more than a few. */
const MOST_MENTIONS = 5

/**
 * The parts of the documents that hold every word that was asked for, the best first. Words are sought as they are written, so
 * Chinese needs no dictionary; a few hundred kilobytes of text are read faster than an index is loaded.
 */
export function find(texts: readonly SearchText[], asked: string, most = 12): Found[] {
  const words = asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return texts
    .map((text) => ({ text, points: pointsOf(text, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ text }) => ({ text, around: aroundOf(text[3], words) }))
}

function pointsOf([, page, heading, text]: SearchText, words: readonly string[]): number {
  let points = 0
  for (const word of words) {
    const mentions = Math.min(text.toLowerCase().split(word).length - 1, MOST_MENTIONS)
    const here =
      (heading === '' && page.toLowerCase().includes(word) ? IN_PAGE : 0) +
      (heading.toLowerCase().includes(word) ? IN_HEADING : 0) +
      mentions * IN_TEXT
    // A word that stands only in the title of the page belongs to each of its parts.
    if (here === 0 && !page.toLowerCase().includes(word)) return 0
    points += here
  }
  return points
}

function aroundOf(text: string, words: readonly string[]): [string, string, string] {
  const small = text.toLowerCase()
  const places = words.map((word) => ({ word, at: small.indexOf(word) })).filter(({ at }) => at >= 0)
  const first = places.sort((a, b) => a.at - b.at)[0]
  if (first === undefined) return [text.slice(0, 80), '', '']
  const { at, word } = first
  return [
    text.slice(Math.max(0, at - 24), at),
    text.slice(at, at + word.length),
    text.slice(at + word.length, at + word.length + 60),
  ]
}
