import { bytesToHex, hexToBytes } from '@nationec/crypto'
import type { RequestId } from './message.ts'

/** Bytes of an id on the wire and in the journal. */
export const ID_LENGTH = 16

export function idFromBytes(bytes: Uint8Array): RequestId {
  return bytesToHex(bytes)
}

export function idToBytes(id: RequestId): Uint8Array {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new RangeError('a request id has 32 lower-case hexadecimal digits')
  return hexToBytes(id)
}

/** Draws an id: 128 bits, so that two never meet. */
export function newRequestId(): RequestId {
  return idFromBytes(randomBytes(ID_LENGTH))
}

/** From the runtime's source for keys. */
export function randomBytes(length: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(length))
}
