import { frameKind, HEADER_BYTES, putHeader, viewOf } from './frames.ts'

/** One call as bytes: both texts encoded, without a NUL. */
export interface EncodedCall {
  readonly url: Uint8Array
  readonly text: Uint8Array
}

/** The whole frame of `CALL`, in one piece so that one write sends it. */
export function encodeCall(id: number, { url, text }: EncodedCall): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + 4 + url.length + text.length)
  viewOf(frame).setUint32(HEADER_BYTES, url.length, true)
  frame.set(url, HEADER_BYTES + 4)
  frame.set(text, HEADER_BYTES + 4 + url.length)
  putHeader(frame, { id, kind: frameKind.call })
  return frame
}

/** Reads the payload of `CALL`; `undefined` if `urlLength` reaches past it. */
export function readCall(payload: Uint8Array): EncodedCall | undefined {
  if (payload.length < 4) return undefined
  const urlLength = viewOf(payload).getUint32(0, true)
  if (urlLength > payload.length - 4) return undefined
  return { url: payload.subarray(4, 4 + urlLength), text: payload.subarray(4 + urlLength) }
}
