import { MAX_ENCODED } from '../link/frame.ts'

/** What lies between two delimiters: a view for the length of the call, `undefined` if it is too long for a frame. */
export type OnPiece = (at: number, length: number, bytes: Uint8Array | undefined) => void

/** Cuts a recording at its delimiters. Its memory does not depend on the recording. */
export interface LinePieces {
  push(bytes: Uint8Array): void
  /** The piece that no delimiter has ended. */
  readonly open: { readonly at: number; readonly length: number }
}

export function createLinePieces(onPiece: OnPiece): LinePieces {
  const room = new Uint8Array(MAX_ENCODED)
  let at = 0
  let length = 0

  return {
    push(bytes) {
      let from = 0
      while (from < bytes.length) {
        const zero = bytes.indexOf(0, from)
        const end = zero === -1 ? bytes.length : zero
        if (length + end - from <= MAX_ENCODED) room.set(bytes.subarray(from, end), length)
        length += end - from
        if (zero === -1) return
        // Two delimiters in a row mean nothing: an idle line woke up.
        if (length > 0) onPiece(at, length, length > MAX_ENCODED ? undefined : room.subarray(0, length))
        at += length + 1
        length = 0
        from = zero + 1
      }
    },
    get open() {
      return { at, length }
    },
  }
}
