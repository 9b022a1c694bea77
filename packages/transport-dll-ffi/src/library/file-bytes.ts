/** A file as numbers and names. Every reader throws a RangeError beyond its end. */
export interface FileBytes {
  readonly length: number
  u8(at: number): number
  u16(at: number): number
  u32(at: number): number
  /** For offsets and sizes: throws a RangeError above 2^53. */
  u64(at: number): number
  /** A Latin-1 text up to its NUL, at most 1,024 bytes. */
  name(at: number): string
}

const NAME_MOST = 1_024

export function fileBytes(bytes: Uint8Array, littleEndian = true): FileBytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(at),
    u16: (at) => view.getUint16(at, littleEndian),
    u32: (at) => view.getUint32(at, littleEndian),
    u64(at) {
      const value = view.getBigUint64(at, littleEndian)
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('not inside a file')
      return Number(value)
    },
    name(at) {
      let text = ''
      for (let next = at; next < at + NAME_MOST; next += 1) {
        const byte = view.getUint8(next)
        if (byte === 0) return text
        text += String.fromCharCode(byte)
      }
      throw new RangeError('a name without an end')
    },
  }
}
