import { readUint32, writeUint32 } from './frame.ts'
import { ID_BYTES, type LinkId, linkId } from './link-id.ts'

/** The version of the link that this code speaks. */
export const VERSION = 1

/** The receive window of the control stream: a few records of a channel, never bulk. */
export const CONTROL_WINDOW = 8192

/** A side that takes no longer message than this cannot take a record of the channel whole. */
export const LEAST_MESSAGE = 16_404

/** What SYNC and SYNC_ACK carry: who speaks, to whom, and what it can take. */
export interface SyncPayload {
  /** Lowest and highest version that the sender speaks. */
  readonly versions: readonly [lowest: number, highest: number]
  /** The sender's link. */
  readonly from: LinkId
  /** The link that the sender has paired with; all zero: none yet. */
  readonly to: LinkId
  readonly bootId: Uint8Array
  /** Up to where the sender has received each stream, modulo 2^32. */
  readonly next: readonly [data: number, control: number]
  /** Its receive windows. */
  readonly windows: readonly [data: number, control: number]
  /** The longest payload of a frame that it takes. */
  readonly maxFrame: number
  /** The longest message that it takes. */
  readonly maxMessage: number
}

export const SYNC_BYTES = 2 + 3 * ID_BYTES + 4 * 4 + 2 + 4

export function writeSync(sync: SyncPayload, target: Uint8Array, at: number): void {
  target[at] = sync.versions[0]
  target[at + 1] = sync.versions[1]
  target.set(sync.from.bytes, at + 2)
  target.set(sync.to.bytes, at + 10)
  target.set(sync.bootId, at + 18)
  writeUint32(target, at + 26, sync.next[0])
  writeUint32(target, at + 30, sync.next[1])
  writeUint32(target, at + 34, sync.windows[0])
  writeUint32(target, at + 38, sync.windows[1])
  target[at + 42] = sync.maxFrame >>> 8
  target[at + 43] = sync.maxFrame & 0xff
  writeUint32(target, at + 44, sync.maxMessage)
}

/** Later versions may add to the end; the beginning stays. `undefined` for what is too short. */
export function readSync(payload: Uint8Array): SyncPayload | undefined {
  if (payload.length < SYNC_BYTES) return undefined
  return {
    versions: [payload[0] as number, payload[1] as number],
    from: linkIdAt(payload, 2),
    to: linkIdAt(payload, 10),
    bootId: payload.slice(18, 26),
    next: [readUint32(payload, 26), readUint32(payload, 30)],
    windows: [readUint32(payload, 34), readUint32(payload, 38)],
    maxFrame: ((payload[42] as number) << 8) | (payload[43] as number),
    maxMessage: readUint32(payload, 44),
  }
}

function linkIdAt(payload: Uint8Array, at: number): LinkId {
  return linkId(payload.slice(at, at + ID_BYTES))
}
