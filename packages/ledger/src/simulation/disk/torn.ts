import type { Chance } from '../chance.ts'

/** The block that a disk writes as a whole. */
const SECTOR = 512

/** So much of what was not synced has reached the disk. */
const SHARES = { 0: 2, 0.5: 2, 0.9: 1, 1: 2 } as const

/**
 * What a lost power leaves of a file: of what was written since the last sync, any sectors in any order.
 *
 * @param synced what lies there for certain
 * @param written what the process has written
 */
export function torn(synced: Uint8Array, written: Uint8Array, chance: Chance): Uint8Array {
  const share = Number(chance.pick(SHARES))
  const left = new Uint8Array(Math.max(synced.length, written.length))
  left.set(synced)
  let length = synced.length
  // Which sectors differ may depend on random bytes, so that each draws: the same seed then tears alike.
  for (let at = 0; at < written.length; at += SECTOR) {
    if (!chance.happens(share)) continue
    const sector = written.subarray(at, at + SECTOR)
    left.set(sector, at)
    length = Math.max(length, at + sector.length)
  }
  return left.subarray(0, length)
}
