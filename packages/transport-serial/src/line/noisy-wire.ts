import type { Faults } from './faults.ts'
import { type Draws, seeded } from './seeded.ts'

const LONGEST_OVERRUN = 16
const LONGEST_BURST = 40
const LONGEST_GARBAGE = 24

/** What one byte becomes on the wire: none, one or several. */
export type NoisyWire = (byte: number, arrive: (byte: number) => void) => void

/** One direction of a line with faults, the same for the same seed and the same bytes. */
export function createNoisyWire(faults: Faults, seed: number): NoisyWire {
  const draws = seeded(seed)
  const flip = countdown(draws, faults.bitErrors ?? 0)
  const lose = countdown(draws, faults.losses ?? 0)
  const overrun = countdown(draws, faults.overruns ?? 0)
  const double = countdown(draws, faults.doubles ?? 0)
  const insert = countdown(draws, faults.insertions ?? 0)
  const burst = countdown(draws, faults.bursts ?? 0)
  const garbage = countdown(draws, faults.garbageBeforeFrame ?? 0)
  const truncate = countdown(draws, faults.truncations ?? 0)
  let lost = 0
  /** Bytes until the frame breaks off; it ends with its delimiter, which may still come. */
  let left = Number.POSITIVE_INFINITY
  let isBorder = true

  return (byte, arrive) => {
    if (isBorder && byte !== 0) beginFrame(arrive)
    isBorder = byte === 0
    if (isBorder) left = Number.POSITIVE_INFINITY
    left -= 1
    if (burst()) random(draws.between(1, LONGEST_BURST), arrive)
    if (insert()) random(1, arrive)
    if (overrun()) lost = draws.between(1, LONGEST_OVERRUN)
    const isLost = lose()
    if (lost > 0 || isLost || left < 0) {
      lost = Math.max(0, lost - 1)
      return
    }
    const damaged = damage(byte)
    if (damaged === undefined) return
    arrive(damaged)
    if (double()) arrive(damaged)
  }

  function beginFrame(arrive: (byte: number) => void): void {
    if (garbage()) random(draws.between(1, LONGEST_GARBAGE), arrive)
    if (truncate()) left = draws.between(0, 40)
  }

  function random(count: number, arrive: (byte: number) => void): void {
    for (let index = 0; index < count; index += 1) arrive(draws.between(0, 255))
  }

  /** A hit start bit loses the byte or makes another of it, a hit stop bit drops it or reads as a zero. */
  function damage(byte: number): number | undefined {
    let result: number | undefined = byte
    for (let bit = 0; bit < 10; bit += 1) {
      if (!flip()) continue
      if (bit > 0 && bit < 9) {
        if (result !== undefined) result ^= 1 << (bit - 1)
      } else if (draws.next() < 0.5) result = undefined
      else result = bit === 0 ? draws.between(0, 255) : 0
    }
    return result
  }
}

/** Says at which trials a fault happens: one draw for each fault and not for each byte. */
function countdown(draws: Draws, chance: number): () => boolean {
  let left = draws.failuresBefore(chance)
  return () => {
    left -= 1
    if (left >= 0) return false
    left = draws.failuresBefore(chance)
    return true
  }
}
