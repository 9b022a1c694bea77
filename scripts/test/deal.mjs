/**
 * Deals things out like cards, so that neighbours, which often cost about the same, come into different hands.
 *
 * @template Thing
 * @param {readonly Thing[]} things
 * @param {number} hands
 * @returns {Thing[][]} none of them empty
 */
export function deal(things, hands) {
  return Array.from({ length: Math.min(hands, things.length) }, (_, hand) =>
    things.filter((_thing, index) => index % hands === hand),
  )
}
