// Sixteen blocks into columns and back. Interleaving the upper with the lower eight of sixteen vectors turns the eight
// bits of a byte's place by one; four times exchange row and column.
import { COLUMNS, PASSING } from './memory'

@inline
function lowHalves(left: v128, right: v128): v128 {
  return i8x16.shuffle(left, right, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
}

@inline
function highHalves(left: v128, right: v128): v128 {
  return i8x16.shuffle(left, right, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}

/** Two turns, between which nothing goes through memory, of sixteen vectors: four from each of the four places on. */
@inline
function turnTwice(first: usize, second: usize, third: usize, fourth: usize, to: usize): void {
  for (let at: usize = 0; at < 64; at += 16) {
    const a = v128.load(first + at), b = v128.load(second + at), c = v128.load(third + at), d = v128.load(fourth + at)
    const lowAC = lowHalves(a, c), highAC = highHalves(a, c), lowBD = lowHalves(b, d), highBD = highHalves(b, d)
    const place = to + 4 * at
    v128.store(place, lowHalves(lowAC, lowBD))
    v128.store(place, highHalves(lowAC, lowBD), 16)
    v128.store(place, lowHalves(highAC, highBD), 32)
    v128.store(place, highHalves(highAC, highBD), 48)
  }
}

/** The 256 bytes at `from` become `COLUMNS`. */
export function toColumns(from: usize): void {
  turnTwice(from, from + 64, from + 128, from + 192, PASSING)
  turnTwice(PASSING, PASSING + 64, PASSING + 128, PASSING + 192, COLUMNS)
}

/** `COLUMNS` with its four words in reverse, as the last round leaves them, become the 256 bytes at `to`. */
export function fromReversedColumns(to: usize): void {
  turnTwice(COLUMNS + 192, COLUMNS + 128, COLUMNS + 64, COLUMNS, PASSING)
  turnTwice(PASSING, PASSING + 64, PASSING + 128, PASSING + 192, to)
}
