import { type Epoch, type FrameType, MAX_ENCODED, MAX_FRAME, type StreamId, writeFrame } from './frame.ts'

/** Start bit, eight data bits, stop bit. */
const BITS_PER_BYTE = 10

/**
 * Where frames leave, at the pace of the line: a frame that waits in a driver's buffer can no longer be overtaken, and
 * it is not known when it left.
 */
export class Outlet {
  /** Payloads are laid here, from `HEADER_BYTES` on. */
  readonly raw = new Uint8Array(MAX_FRAME)
  readonly #lead: number
  #out = new Uint8Array(2 * MAX_ENCODED)
  #filled = 0
  /** When the line has sent all that was written so far. */
  #freeAt = 0
  #byteTime = 0
  framesSent = 0
  bytesSent = 0

  /** @param lead how many milliseconds of line time may wait in the driver */
  constructor(lead: number) {
    this.#lead = lead
  }

  /** The time that one byte takes on the line, in milliseconds. */
  get byteTime(): number {
    return this.#byteTime
  }

  /** When the next frame may be written. */
  get writableAt(): number {
    return this.#freeAt - this.#lead
  }

  get filled(): number {
    return this.#filled
  }

  setPace(baud: number, now: number): void {
    this.#byteTime = (1000 * BITS_PER_BYTE) / baud
    this.#freeAt = now
    this.#filled = 0
  }

  /** Writes the frame whose payload lies in `raw`; gives the time when its last bit leaves. */
  write(type: FrameType, stream: StreamId, epoch: Epoch, offset: number, payloadLength: number, now: number): number {
    this.#makeRoom()
    const before = this.#filled
    // Noise on an idle line may have begun a frame at the other end: a delimiter ends it.
    if (this.#freeAt <= now) this.#out[this.#filled++] = 0
    this.#filled = writeFrame(this.raw, type, stream, epoch, offset, payloadLength, this.#out, this.#filled)
    const length = this.#filled - before
    this.framesSent += 1
    this.bytesSent += length
    this.#freeAt = Math.max(this.#freeAt, now) + length * this.#byteTime
    return this.#freeAt
  }

  /** What was written since the last call. */
  take(): Uint8Array {
    const taken = this.#out.slice(0, this.#filled)
    this.#filled = 0
    return taken
  }

  #makeRoom(): void {
    if (this.#out.length - this.#filled > MAX_ENCODED + 2) return
    const larger = new Uint8Array(2 * this.#out.length)
    larger.set(this.#out.subarray(0, this.#filled))
    this.#out = larger
  }
}
