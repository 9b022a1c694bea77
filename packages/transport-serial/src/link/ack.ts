import { expandOffset } from './offsets.ts'
import type { Range } from './ranges.ts'
import { readVarints, writeVarint } from './varint.ts'

/** The most ranges in one ACK: a longer frame would itself be lost more often than the news is worth. */
export const MOST_RANGES = 6

/** What the receiver of a stream tells its sender. */
export interface Acknowledgement {
  /** Every byte before this offset has arrived. */
  readonly next: number
  /** How many bytes from `next` on the receiver has room for. */
  readonly credit: number
  /** What has arrived beyond it, in ascending order. */
  readonly ranges: readonly Range[]
}

/** Writes the payload: credit, then for each range its distance from the last one's end and its length. */
export function writeAck({ next, credit, ranges }: Acknowledgement, target: Uint8Array, at: number): number {
  let to = writeVarint(credit, target, at)
  let last = next
  for (const { start, end } of ranges) {
    to = writeVarint(start - last, target, to)
    to = writeVarint(end - start, target, to)
    last = end
  }
  return to
}

/** @param near an offset of the stream that is not far away: the first unacknowledged one */
export function readAck(offset: number, payload: Uint8Array, near: number): Acknowledgement | undefined {
  const numbers = readVarints(payload, 1 + 2 * MOST_RANGES)
  if (numbers === undefined || numbers.length % 2 === 0) return undefined
  const next = expandOffset(offset, near)
  const ranges: Range[] = []
  let last = next
  for (let at = 1; at < numbers.length; at += 2) {
    const gap = numbers[at] ?? 0
    const length = numbers[at + 1] ?? 0
    if (gap === 0 || length === 0) return undefined
    ranges.push({ start: last + gap, end: last + gap + length })
    last += gap + length
  }
  return { next, credit: numbers[0] ?? 0, ranges }
}
