/** The frames of native/host/PROTOCOL.md: `NEC1`, length, id, kind, check, then the payload. */

/** What a frame says. */
export const frameKind = { call: 1, hello: 101, begun: 102, result: 103, refused: 104, fault: 105 } as const

/** The exit codes that are told apart, and what a runtime ends with that cannot run our script. */
export const exitCode = { scriptFailed: 1, wrongOptions: 64, brokenFrame: 65, hostFailed: 70 } as const

export interface Frame {
  readonly id: number
  readonly kind: number
  readonly payload: Uint8Array
}

export const HEADER_BYTES = 20
const PAYLOAD_MOST = 32 * 1024 * 1024
/** `NEC1`, read as a little-endian number. */
const MAGIC = 0x3143454e

/** FNV-1a over the sixteen bytes before it: a printed `NEC1` is not taken for a frame. */
function checkOf(header: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < 16; at += 1) hash = Math.imul(hash ^ (header[at] ?? 0), 0x01000193)
  return hash >>> 0
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Writes the header of a frame whose payload follows it in the same bytes. */
export function putHeader(bytes: Uint8Array, { id, kind }: Pick<Frame, 'id' | 'kind'>): void {
  const view = viewOf(bytes)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, bytes.length - HEADER_BYTES, true)
  view.setUint32(8, id, true)
  view.setUint32(12, kind, true)
  view.setUint32(16, checkOf(bytes), true)
}

/** A whole frame as one piece of bytes. */
export function encodeFrame({ id, kind, payload }: Frame): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + payload.length)
  bytes.set(payload, HEADER_BYTES)
  putHeader(bytes, { id, kind })
  return bytes
}

/** What a header announces, or `undefined` if it is none. */
export function readHeader(header: Uint8Array): { length: number; id: number; kind: number } | undefined {
  const view = viewOf(header)
  if (view.getUint32(0, true) !== MAGIC) return undefined
  if (view.getUint32(16, true) !== checkOf(header)) return undefined
  const length = view.getUint32(4, true)
  if (length > PAYLOAD_MOST) return undefined
  return { length, id: view.getUint32(8, true), kind: view.getUint32(12, true) }
}
