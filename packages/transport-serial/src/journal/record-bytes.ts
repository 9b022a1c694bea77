import { sm3 } from '@nationec/crypto/sm3'

/** "NECJ": where a record begins. */
const MARK = Uint8Array.of(0x4e, 0x45, 0x43, 0x4a)
const CHECK_LENGTH = 8
/** mark[4] length[4] */
export const RECORD_HEAD = 8
/** mark[4] length[4] payload check[8] */
const RECORD_OVERHEAD = 4 + 4 + CHECK_LENGTH

/** mark[4] length[4] payload check[8]; the check is the beginning of SM3 over length and payload. */
export function recordOf(payload: Uint8Array): Uint8Array {
  const record = new Uint8Array(payload.length + RECORD_OVERHEAD)
  record.set(MARK)
  new DataView(record.buffer).setUint32(4, payload.length)
  record.set(payload, 8)
  record.set(checkOf(record.subarray(4, 8 + payload.length)), 8 + payload.length)
  return record
}

/** How long the record with this head claims to be, or `undefined` if it is none. */
export function lengthOfRecord(head: Uint8Array): number | undefined {
  if (head.length < RECORD_HEAD || !isMark(head, 0)) return undefined
  return new DataView(head.buffer, head.byteOffset).getUint32(4) + RECORD_OVERHEAD
}

/** Gives the payload of the record that begins here, or `undefined` if no whole record does. */
export function payloadAt(file: Uint8Array, start: number): Uint8Array | undefined {
  if (start + RECORD_OVERHEAD > file.length || !isMark(file, start)) return undefined
  const length = new DataView(file.buffer, file.byteOffset).getUint32(start + 4)
  const end = start + 8 + length
  if (end + CHECK_LENGTH > file.length) return undefined
  const check = checkOf(file.subarray(start + 4, end))
  return check.every((byte, index) => byte === file[end + index]) ? file.subarray(start + 8, end) : undefined
}

/** Tells whether a whole record begins anywhere behind `start`. */
export function hasRecordBehind(file: Uint8Array, start: number): boolean {
  for (let at = file.indexOf(MARK[0] ?? 0, start + 1); at >= 0; at = file.indexOf(MARK[0] ?? 0, at + 1)) {
    if (payloadAt(file, at) !== undefined) return true
  }
  return false
}

function isMark(file: Uint8Array, start: number): boolean {
  return MARK.every((byte, index) => file[start + index] === byte)
}

function checkOf(bytes: Uint8Array): Uint8Array {
  return sm3(bytes).subarray(0, CHECK_LENGTH)
}
