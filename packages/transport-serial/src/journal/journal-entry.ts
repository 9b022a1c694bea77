import type { PeerId, RequestId } from '../message/message.ts'

/** A text that left or arrived, with its signature as evidence. */
interface SignedEntry {
  readonly peer: PeerId
  readonly id: RequestId
  /** Seconds since 1970: when the request was made, by the institution's clock. */
  readonly madeAt: number
  readonly text: string
  readonly signature: Uint8Array
}

/**
 * One line of the memory that makes an effect happen at most once.
 *
 * - `request`: written by the institution before the first byte leaves, by the terminal before the effect can begin
 * - `done`: the result; written by the terminal before it leaves, by the institution before the caller is told
 * - `void`: never seen, refused from now on (a tombstone); `not-executed`: seen, without effect, refused from now on
 * - `acknowledged`: the other side has the result or the push
 * - `push`: something the terminal tells by itself; written by the institution when it was handed on
 * - `low-water`: everything that this peer made until `madeAt`, that second included, may have been forgotten, or was before this
 *   journal, so it is refused
 *
 * `peer` is the other side whose act it is: only to it an outcome is told, and only it is asked.
 */
export type JournalEntry =
  | (SignedEntry & { readonly type: 'request'; readonly url: string })
  | (SignedEntry & { readonly type: 'done' })
  | (SignedEntry & { readonly type: 'push' })
  | {
      readonly type: 'void' | 'not-executed' | 'acknowledged'
      readonly peer: PeerId
      readonly id: RequestId
      readonly madeAt: number
    }
  | { readonly type: 'low-water'; readonly peer: PeerId; readonly madeAt: number }
