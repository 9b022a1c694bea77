import type { LibraryResult } from '../result/library-result.ts'
import { viewOf } from './frames.ts'

const FACTS_BYTES = 24

/** Reads the payload of `RESULT`; `undefined` if its lengths do not fit it. */
export function readResult(payload: Uint8Array): LibraryResult | undefined {
  if (payload.length < FACTS_BYTES) return undefined
  const view = viewOf(payload)
  const returnLength = view.getUint32(16, true)
  const outLength = view.getUint32(20, true)
  if (payload.length !== FACTS_BYTES + returnLength + outLength) return undefined
  return {
    flags: view.getUint32(0, true),
    microseconds: view.getUint32(4, true),
    returnValue: view.getBigUint64(8, true),
    returned: payload.subarray(FACTS_BYTES, FACTS_BYTES + returnLength),
    out: payload.subarray(FACTS_BYTES + returnLength),
  }
}

/** The payload of `RESULT`, for a host that is written here. */
export function writeResult({ flags, microseconds, returnValue, returned, out }: LibraryResult): Uint8Array {
  const payload = new Uint8Array(FACTS_BYTES + returned.length + out.length)
  const view = viewOf(payload)
  view.setUint32(0, flags, true)
  view.setUint32(4, Math.min(microseconds, 0xffff_ffff), true)
  view.setBigUint64(8, returnValue, true)
  view.setUint32(16, returned.length, true)
  view.setUint32(20, out.length, true)
  payload.set(returned, FACTS_BYTES)
  payload.set(out, FACTS_BYTES + returned.length)
  return payload
}
