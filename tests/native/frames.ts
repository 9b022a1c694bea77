/** The frames of native/host/PROTOCOL.md, as a test sees them: written here a second time, so that both sides must follow the page. */

export const KIND = { CALL: 1, HELLO: 101, BEGUN: 102, RESULT: 103, REFUSED: 104, FAULT: 105 } as const

export interface Frame {
  readonly id: number
  readonly kind: number
  readonly payload: Buffer
}

const HEADER = 20
const MAGIC = Buffer.from('NEC1')

export function checkOf(header: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of header.subarray(0, 16)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

export function frame(kind: number, id: number, payload: Uint8Array): Buffer {
  const bytes = Buffer.alloc(HEADER + payload.length)
  MAGIC.copy(bytes)
  bytes.writeUInt32LE(payload.length, 4)
  bytes.writeUInt32LE(id, 8)
  bytes.writeUInt32LE(kind, 12)
  bytes.writeUInt32LE(checkOf(bytes), 16)
  bytes.set(payload, HEADER)
  return bytes
}

export function callFrame(id: number, url: Uint8Array, input: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(url.length)
  return frame(KIND.CALL, id, Buffer.concat([length, url, input]))
}

/** Takes frames out of a stream of bytes and counts the bytes that belong to none. */
export class FrameReader {
  skipped = 0
  #rest: Buffer = Buffer.alloc(0)

  push(bytes: Buffer): Frame[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const frames: Frame[] = []
    while (this.#rest.length >= HEADER) {
      const right = this.#rest.subarray(0, 4).equals(MAGIC) && this.#rest.readUInt32LE(16) === checkOf(this.#rest)
      if (!right) {
        this.#rest = this.#rest.subarray(1)
        this.skipped += 1
        continue
      }
      const end = HEADER + this.#rest.readUInt32LE(4)
      if (this.#rest.length < end) break
      frames.push({
        id: this.#rest.readUInt32LE(8),
        kind: this.#rest.readUInt32LE(12),
        payload: this.#rest.subarray(HEADER, end),
      })
      this.#rest = this.#rest.subarray(end)
    }
    return frames
  }
}
