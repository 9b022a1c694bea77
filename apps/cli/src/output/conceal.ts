import { showKnown } from '../mask/show-known.ts'
import { conceal } from './concealed.ts'

/** Shorter texts stand in ordinary words too. */
const SHORTEST_ASCII = 6
const SHORTEST = 2

/**
 * Remembers what a request held, so that no failure of this run shows it: a terminal's or a centre's own words may repeat
 * any of it. Codes, amounts, times and numbers of orders are left as they are.
 */
export function concealValues(value: unknown, path: readonly string[] = []): void {
  if (Array.isArray(value)) for (const item of value) concealValues(item, path)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) concealValues(member, [...path, name])
  } else if (typeof value === 'string' || typeof value === 'number') concealText(String(value), path)
}

function concealText(text: string, path: readonly string[]): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  const shortest = /^[\x00-\x7f]*$/.test(text) ? SHORTEST_ASCII : SHORTEST
  if (text.length >= shortest && showKnown(text, path) !== text) conceal(text)
}
