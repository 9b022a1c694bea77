import { resultFlag } from '../result/library-result.ts'

/** 900K of clause 3.2, with K = 1,024. */
export const OUT_BYTES = 900 * 1024
/** What a library writes behind OutData is seen here, if it is no more than this. A page, as libraries copy in pages. */
const FENCE_BYTES = 8_192
const FENCE = 0xa5
/** Starts no text in any character set: an answer that begins with it was appended. */
const MARK = 0xff

/** What a call left in OutData. */
export interface OutData {
  /** The text up to its NUL: a copy of its own. */
  readonly text: Uint8Array
  readonly flags: number
  /** How far the library wrote behind the end, 0 if it did not. */
  readonly overrun: number
}

/** The OutData that a library writes to. Made anew it is as the host's: marked, and zero behind the mark. */
export interface OutBuffer {
  /** Pass this to the library. */
  readonly bytes: Uint8Array
  /** Readies the buffer for the next call. */
  prepare(): void
  /** Says what the library wrote, and wipes it. */
  take(): OutData
}

export function createOutBuffer(): OutBuffer {
  const bytes = new Uint8Array(OUT_BYTES + FENCE_BYTES)
  const out = bytes.subarray(0, OUT_BYTES)
  const fence = bytes.subarray(OUT_BYTES)
  fence.fill(FENCE)
  // Taken and wiped; a call that failed on its way leaves it otherwise.
  let clean = true
  return {
    bytes,
    prepare() {
      if (!clean) out.fill(0)
      out[0] = MARK
      clean = false
    },
    take() {
      const overrun = written(fence)
      if (overrun > 0) fence.fill(FENCE)
      const taken = readOut(out)
      out.fill(0)
      clean = true
      return { ...taken, overrun }
    },
  }
}

function readOut(out: Uint8Array): Pick<OutData, 'text' | 'flags'> {
  const marked = out[0] === MARK
  if (marked && out[1] === 0) return { text: new Uint8Array(0), flags: resultFlag.outUnchanged }
  const start = marked ? 1 : 0
  const end = out.indexOf(0, start)
  const text = out.slice(start, end === -1 ? undefined : end)
  const flags =
    (marked ? resultFlag.outAppended : 0) |
    (end === -1 ? resultFlag.outUnterminated : 0) |
    (text.length === 0 ? resultFlag.outEmpty : 0)
  return { text, flags }
}

function written(fence: Uint8Array): number {
  for (let at = fence.length; at > 0; at -= 1) if (fence[at - 1] !== FENCE) return at
  return 0
}
