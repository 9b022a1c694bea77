import { CHECK_BYTES, HEADER_BYTES } from './frame.ts'

/** Header, check, delimiter and the codes of COBS. */
export const OVERHEAD = HEADER_BYTES + CHECK_BYTES + 3
export const LEAST_PAYLOAD = 32
/** Right for a line of middling quality; at 115,200 baud a control message waits 23 ms for it at most. */
export const FIRST_PAYLOAD = 256
/** How many frames the quick estimate looks back on: a line that turns bad is noticed soon. */
export const SHORT_MEMORY = 48
/** And the thorough one: on a good line a loss is so rare that few frames tell nothing. */
export const LONG_MEMORY = 200
/** The weight of the first guess, in frames: a bad line must be recognised within a few. */
const GUESS_WEIGHT = 8
/** A byte error rate below this changes nothing any more: the largest frame is the best one. */
const LEAST_RATE = 1e-7

/** Anything with a length in the stream. */
interface Piece {
  readonly start: number
  readonly end: number
}

/** Chooses how many bytes go into a frame, from what becomes of the frames. */
export interface FrameSize {
  /** The best payload for the present estimate, in bytes. */
  readonly best: number
  /** The estimated chance that one byte on the line is damaged. */
  readonly byteErrorRate: number
  /** What one acknowledgement told. */
  learn(arrived: readonly Piece[], lost: readonly Piece[]): void
}

/** @param firstRate the byte error rate that was found last time on this port */
export function createFrameSize(firstRate = rateFor(FIRST_PAYLOAD)): FrameSize {
  const quick = createEstimate(firstRate, SHORT_MEMORY)
  const thorough = createEstimate(firstRate, LONG_MEMORY)
  let rate = Math.max(firstRate, LEAST_RATE)

  return {
    get best() {
      return payloadFor(rate)
    },
    get byteErrorRate() {
      return rate
    },
    learn(arrived, lost) {
      for (const piece of arrived) {
        quick.note(piece, 0)
        thorough.note(piece, 0)
      }
      // Many losses at once are one event, a plug that was out: it says little of what comes after it.
      const most = arrived.length + 1
      lost.forEach((piece, index) => {
        quick.note(piece, 1)
        if (index < most) thorough.note(piece, 1)
      })
      rate = Math.max(LEAST_RATE, quick.rate(), thorough.rate())
    },
  }
}

/** Sums that fade with every frame. */
function createEstimate(firstRate: number, memory: number) {
  const kept = 1 - 1 / memory
  const length = payloadFor(Math.max(firstRate, LEAST_RATE)) + OVERHEAD
  let frames = GUESS_WEIGHT
  let bytes = frames * length
  let losses = frames * -Math.expm1(-firstRate * length)
  return {
    note({ start, end }: Piece, loss: 0 | 1): void {
      frames = frames * kept + 1
      bytes = bytes * kept + end - start + OVERHEAD
      losses = losses * kept + loss
    },
    /** A frame of n bytes arrives with probability e^(-rate n). */
    rate(): number {
      const share = Math.min(losses / frames, 1 - 1 / (2 * SHORT_MEMORY))
      return (-Math.log1p(-share) * frames) / bytes
    },
  }
}

/** The payload L for which L / (L + overhead) · e^(-rate (L + overhead)) is greatest. */
function payloadFor(rate: number): number {
  const half = OVERHEAD / 2
  return Math.max(LEAST_PAYLOAD, Math.round(Math.sqrt(half * half + OVERHEAD / rate) - half))
}

function rateFor(payload: number): number {
  return OVERHEAD / (payload * (payload + OVERHEAD))
}
