const SMALLEST = 1024
/** An empty queue keeps no more than this. */
const LARGE = 65_536

/** Bytes with offsets: appended at the end, read anywhere, released from the beginning. */
export class ByteQueue {
  #bytes = new Uint8Array(SMALLEST)
  /** Index of the first byte that is still held. */
  #head = 0
  #tail = 0
  /** The offset of the first byte that is still held. */
  #start: number

  constructor(start = 0) {
    this.#start = start
  }

  get start(): number {
    return this.#start
  }

  get end(): number {
    return this.#start + this.#tail - this.#head
  }

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length)
    this.#bytes.set(bytes, this.#tail)
    this.#tail += bytes.length
  }

  /** Copies the bytes of the offsets from `start` to `end`, which must be held, to `target`. */
  read(start: number, end: number, target: Uint8Array, at: number): void {
    const from = this.#head + start - this.#start
    target.set(this.#bytes.subarray(from, from + end - start), at)
  }

  /** Lets go of everything before `offset`. */
  release(offset: number): void {
    this.#head += offset - this.#start
    this.#start = offset
    if (this.#head !== this.#tail) return
    this.#head = 0
    this.#tail = 0
    if (this.#bytes.length > LARGE) this.#bytes = new Uint8Array(SMALLEST)
  }

  #makeRoom(length: number): void {
    if (this.#tail + length <= this.#bytes.length) return
    const held = this.#tail - this.#head
    let capacity = this.#bytes.length
    while (capacity < 2 * held || capacity < held + length) capacity *= 2
    if (capacity === this.#bytes.length) this.#bytes.copyWithin(0, this.#head, this.#tail)
    else {
      const larger = new Uint8Array(capacity)
      larger.set(this.#bytes.subarray(this.#head, this.#tail))
      this.#bytes = larger
    }
    this.#head = 0
    this.#tail = held
  }
}
