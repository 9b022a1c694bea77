/** Chance that repeats: the same seed draws the same. Made for tests; nothing of it is a secret. */
export interface Chance {
  /** 0 to below 1. */
  draw(): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  /** One of them, by their weights. */
  pick<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>): Name
  fill(bytes: Uint8Array): void
}

export function createChance(...seeds: readonly number[]): Chance {
  let state = seeds.reduce((mixed, seed) => mix(mixed ^ (seed >>> 0)), 0x9e3779b9)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    return mix(state)
  }
  const draw = (): number => next() / 4_294_967_296
  return {
    draw,
    happens: (probability) => draw() < probability,
    between: (least, most) => least + Math.floor(draw() * (most - least + 1)),
    pick(weights) {
      const entries = Object.entries(weights) as [string, number][]
      let left = draw() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name as keyof typeof weights
      }
      return entries[0]?.[0] as keyof typeof weights
    },
    fill(bytes) {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = next() >>> 24
    },
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}
