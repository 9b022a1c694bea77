// Sixteen blocks into columns and back. Interleaving the upper with the lower eight of sixteen vectors turns the eight
// bits of a byte's place by one; four times exchange row and column.
import { COLUMNS, PASSING } from './memory'

@inline
function interleave(left: v128, right: v128, to: usize): void {
  v128.store(to, i8x16.shuffle(left, right, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23))
  v128.store(to, i8x16.shuffle(left, right, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16)
}

function turn(from: usize, to: usize): void {
  for (let at: usize = 0; at < 128; at += 16) {
    interleave(v128.load(from + at), v128.load(from + at, 128), to + 2 * at)
  }
}

/** The 256 bytes at `from` become `COLUMNS`. */
export function toColumns(from: usize): void {
  turn(from, PASSING)
  turn(PASSING, COLUMNS)
  turn(COLUMNS, PASSING)
  turn(PASSING, COLUMNS)
}

/** `COLUMNS` with its four words in reverse, as the last round leaves them, become the 256 bytes at `to`. */
export function fromReversedColumns(to: usize): void {
  for (let at: usize = 0; at < 64; at += 16) {
    interleave(v128.load(COLUMNS + at, 192), v128.load(COLUMNS + at, 64), PASSING + 2 * at)
    interleave(v128.load(COLUMNS + at, 128), v128.load(COLUMNS + at), PASSING + 128 + 2 * at)
  }
  turn(PASSING, COLUMNS)
  turn(COLUMNS, PASSING)
  turn(PASSING, to)
}
