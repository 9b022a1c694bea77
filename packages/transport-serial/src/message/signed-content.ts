import { hexToBytes } from '@nationec/crypto'
import type { PeerId, RequestId, TextKind } from './message.ts'
import { ID_LENGTH, idToBytes } from './request-id.ts'
import { bytesOfText } from './text-bytes.ts'

/** A text with everything that its signature stands for. */
export interface SignedParts {
  readonly kind: TextKind
  /** Whom it is for. */
  readonly to: PeerId
  readonly id: RequestId
  /** Seconds since 1970. */
  readonly madeAt: number
  /** Empty but for requests. */
  readonly url?: string | undefined
  readonly text: string
}

/** Bytes of a peer's fingerprint. */
export const PEER_LENGTH = 8

/**
 * What the signing key signs: "MSL/1 " kind 0 to[8] id[16] time[4] urlLength[2] url text.
 *
 * A signature of the text alone could be taken from one act and put under another: with the link key and one recorded refund
 * it could be carried out again, under a new id, at another address or at another terminal.
 */
export function signedContent({ kind, to, id, madeAt, url = '', text }: SignedParts): Uint8Array {
  const context = bytesOfText(`MSL/1 ${kind}\0`)
  const [urlBytes, textBytes] = [bytesOfText(url), bytesOfText(text)]
  const fixed = context.length + PEER_LENGTH + ID_LENGTH
  const bytes = new Uint8Array(fixed + 6 + urlBytes.length + textBytes.length)
  const view = new DataView(bytes.buffer)
  bytes.set(context)
  bytes.set(hexToBytes(to), context.length)
  bytes.set(idToBytes(id), context.length + PEER_LENGTH)
  view.setUint32(fixed, madeAt)
  view.setUint16(fixed + 4, urlBytes.length)
  bytes.set(urlBytes, fixed + 6)
  bytes.set(textBytes, fixed + 6 + urlBytes.length)
  return bytes
}
