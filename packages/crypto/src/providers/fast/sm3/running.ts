import type { Sm3State } from '../../../provider/provider.ts'
import { compressWhole, finish, toBytes } from './finish.ts'
import { initialise } from './initial.ts'

const BLOCK = 64

/** A running hash: holds the state and the begun block. */
export function start(): Sm3State {
  const state = initialise(new Int32Array(8))
  const begun = new Uint8Array(BLOCK)
  let held = 0
  let length = 0
  return {
    update(bytes) {
      length += bytes.length
      let from = 0
      if (held > 0) {
        from = Math.min(BLOCK - held, bytes.length)
        begun.set(bytes.subarray(0, from), held)
        held += from
        if (held < BLOCK) return
        compressWhole(state, begun)
        held = 0
      }
      from += compressWhole(state, bytes, from)
      begun.set(bytes.subarray(from))
      held = bytes.length - from
    },
    digest() {
      const ended = state.slice()
      finish(ended, begun.subarray(0, held), 0, length)
      return toBytes(ended)
    },
  }
}
