import type { Offer } from './offers.ts'
import type { WordNode } from './word-tree.ts'

/** Patterns of a shell's `case`, and what is offered where one of them fits. */
export interface OfferCase {
  readonly patterns: readonly string[]
  readonly offer: Offer
}

/** Options that take a value, as `path --option`, those with the same offer together. */
export function optionCases(nodes: readonly WordNode[]): OfferCase[] {
  return grouped(
    nodes.flatMap(({ path, options }) =>
      options.flatMap(({ word, value }) => (value === undefined ? [] : [[`${path} ${word}`, value] as const])),
    ),
  )
}

/** Places behind commands, as `path 0`, those with the same offer together. */
export function placeCases(nodes: readonly WordNode[]): OfferCase[] {
  return grouped(
    nodes.flatMap(({ path, places }) => places.map((offer, index) => [`${path} ${index}`, offer] as const)),
  )
}

function grouped(pairs: readonly (readonly [pattern: string, offer: Offer])[]): OfferCase[] {
  const cases = new Map<string, { patterns: string[]; offer: Offer }>()
  for (const [pattern, offer] of pairs) {
    const key = JSON.stringify(offer)
    const known = cases.get(key) ?? { patterns: [], offer }
    known.patterns.push(pattern)
    cases.set(key, known)
  }
  return [...cases.values()]
}

/** Alternatives of a `case` in the shells of the Bourne family. */
export const alternatives = (patterns: readonly string[]): string =>
  patterns.map((pattern) => `'${pattern}'`).join(' | ')
