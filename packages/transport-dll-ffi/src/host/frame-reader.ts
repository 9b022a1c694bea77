import { type Frame, HEADER_BYTES, readHeader } from './frames.ts'

/** Reads frames from pieces of any size. Bytes that are no frame are skipped and counted. */
export interface FrameReader {
  /** Takes the next piece, and gives every frame that ends in it through `onFrame`. */
  push(piece: Uint8Array): void
  /** How many bytes were skipped so far. */
  readonly skipped: number
  /** Whether the bytes so far end inside a frame. */
  readonly insideFrame: boolean
}

/** @param onFrame given each whole frame; its payload is a copy of its own */
export function createFrameReader(onFrame: (frame: Frame) => void): FrameReader {
  const header = new Uint8Array(HEADER_BYTES)
  let headerBytes = 0
  let body: { id: number; kind: number; payload: Uint8Array; filled: number } | undefined
  let skipped = 0

  return {
    push(piece) {
      let rest = piece
      while (rest.length > 0) rest = rest.subarray(body === undefined ? takeHeader(rest) : takeBody(body, rest))
    },
    get skipped() {
      return skipped
    },
    get insideFrame() {
      return body !== undefined || headerBytes > 0
    },
  }

  function takeHeader(bytes: Uint8Array): number {
    const taken = Math.min(HEADER_BYTES - headerBytes, bytes.length)
    header.set(bytes.subarray(0, taken), headerBytes)
    headerBytes += taken
    if (headerBytes < HEADER_BYTES) return taken
    const found = readHeader(header)
    if (found === undefined) {
      skip()
      return taken
    }
    headerBytes = 0
    body = { id: found.id, kind: found.kind, payload: new Uint8Array(found.length), filled: 0 }
    if (found.length === 0) finish(body)
    return taken
  }

  function takeBody(open: NonNullable<typeof body>, bytes: Uint8Array): number {
    const taken = Math.min(open.payload.length - open.filled, bytes.length)
    open.payload.set(bytes.subarray(0, taken), open.filled)
    open.filled += taken
    if (open.filled === open.payload.length) finish(open)
    return taken
  }

  /** Drops bytes up to the next one that a header may begin with. */
  function skip(): void {
    const next = header.indexOf(0x4e, 1)
    const dropped = next === -1 ? HEADER_BYTES : next
    header.copyWithin(0, dropped)
    headerBytes = HEADER_BYTES - dropped
    skipped += dropped
  }

  function finish({ id, kind, payload }: Frame): void {
    body = undefined
    onFrame({ id, kind, payload })
  }
}
