import { cobsDecode } from './cobs.ts'
import { type Frame, MAX_ENCODED, MAX_FRAME, readFrame } from './frame.ts'

/** Finds frames in what a line delivers, in pieces of any size. Its memory does not depend on the line. */
export interface FrameReader {
  /** Takes the next piece; gives every valid frame that ends in it. The payload is a view for the length of the call. */
  push(piece: Uint8Array, onFrame: (frame: Frame) => void): void
  /** Forgets the frame that is open: the port was closed in the middle of it. */
  clear(): void
  /** Pieces between two delimiters that were no valid frame. */
  readonly rejected: number
}

export function createFrameReader(): FrameReader {
  const open = new Uint8Array(MAX_ENCODED)
  const raw = new Uint8Array(MAX_ENCODED)
  let filled = 0
  let tooLong = false
  let rejected = 0

  return {
    push(piece, onFrame) {
      let at = 0
      while (at < piece.length) {
        const zero = piece.indexOf(0, at)
        if (zero === -1) {
          keep(piece, at, piece.length)
          return
        }
        if (filled === 0 && !tooLong) finish(piece, at, zero, onFrame)
        else {
          keep(piece, at, zero)
          const length = filled
          filled = 0
          if (tooLong) rejected += 1
          else finish(open, 0, length, onFrame)
          tooLong = false
        }
        at = zero + 1
      }
    },
    clear() {
      filled = 0
      tooLong = false
    },
    get rejected() {
      return rejected
    },
  }

  function keep(bytes: Uint8Array, start: number, end: number): void {
    if (filled + end - start > MAX_ENCODED) tooLong = true
    if (tooLong) return
    open.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), filled)
    filled += end - start
  }

  function finish(bytes: Uint8Array, start: number, end: number, onFrame: (frame: Frame) => void): void {
    if (start === end) return // two delimiters in a row: an idle line woke up
    const length = end - start > MAX_ENCODED ? -1 : cobsDecode(bytes, start, end, raw)
    const frame = length < 0 || length > MAX_FRAME ? undefined : readFrame(raw, length)
    if (frame === undefined) rejected += 1
    else onFrame(frame)
  }
}
