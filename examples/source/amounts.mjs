import { services } from './catalogue.mjs'

/** A small seeded generator (xorshift); plenty for choosing quantities. */
export function seeded(seed) {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** A decimal text as an integer of 10^-scale. */
function scaled(text, scale) {
  const [whole, fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0'))
}

export const yuanOf = (fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`

/** cnt × pric, rounded half up to fen. */
export function lineFen(cnt, price) {
  return (scaled(cnt, 4) * scaled(price, 6) + 50_000_000n) / 100_000_000n
}

/** The items of a visit: one consultation, then what the generator picks. */
export function pickItems(count, random, pool) {
  const items = []
  for (let index = 0; index < count; index += 1) {
    const item = index === 0 && pool.includes(services[0]) ? services[0] : pool[random(pool.length)]
    const cnt = item.cnt ?? (item.kind === 'service' ? '1' : String(1 + random(4)))
    items.push({ item, cnt, fen: lineFen(cnt, item.price) })
  }
  return items
}

/** The total and its three parts: paid whole by the patient, paid first, counted by the insurance. */
export function coverage(lines) {
  const sum = (cover) => lines.filter(({ item }) => item.cover === cover).reduce((fen, line) => fen + line.fen, 0n)
  const part = sum('part')
  const first = part / 10n
  return { self: sum('self'), first, counted: sum('full') + part - first, total: sum('self') + part + sum('full') }
}
