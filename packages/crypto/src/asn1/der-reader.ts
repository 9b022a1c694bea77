/** Anything that is not the one canonical encoding. Never leaves this package: each caller says what it means there. */
export class NotDer extends Error {}

/** Reads DER (X.690) strictly: shortest lengths, no bytes left over. */
export class DerReader {
  #at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The tag of the next element, or `undefined` at the end. */
  get next(): number | undefined {
    return this.#bytes[this.#at]
  }

  /** The content of the next element, which must have this tag. */
  content(tag: number): Uint8Array {
    if (this.#byte() !== tag) throw new NotDer()
    const length = this.#length()
    const start = this.#at
    if (start + length > this.#bytes.length) throw new NotDer()
    this.#at = start + length
    return this.#bytes.subarray(start, start + length)
  }

  /** The next element, of any tag, with its tag and length: what a signature covers, or what is compared as it stands. */
  whole(): Uint8Array {
    const start = this.#at
    this.content(this.next ?? -1)
    return this.#bytes.subarray(start, this.#at)
  }

  /** A reader of the next element, which must be a constructed one with this tag. */
  inside(tag: number): DerReader {
    return new DerReader(this.content(tag))
  }

  /** A positive INTEGER of at most 32 bytes, or zero, as 32 bytes. */
  integer(): Uint8Array {
    const content = this.content(0x02)
    const [first, second = 0] = content
    if (first === undefined || first >= 0x80) throw new NotDer()
    if (first === 0 && content.length > 1 && second < 0x80) throw new NotDer()
    const magnitude = first === 0 ? content.subarray(1) : content
    if (magnitude.length > 32) throw new NotDer()
    const value = new Uint8Array(32)
    value.set(magnitude, 32 - magnitude.length)
    return value
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new NotDer()
  }

  #byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new NotDer()
    this.#at += 1
    return byte
  }

  #length(): number {
    const first = this.#byte()
    if (first < 0x80) return first
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new NotDer()
    let length = 0
    for (let index = 0; index < count; index += 1) length = length * 256 + this.#byte()
    if (length < 0x80 || length < 256 ** (count - 1)) throw new NotDer()
    return length
  }
}

/** The result, or `undefined` where the bytes are no DER or not what the reader expects of them. */
export function reading<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotDer) return undefined
    throw error
  }
}
