import { secretBytes } from '../../../bytes/secret.ts'
import type { Sm3Mac } from '../../../provider/provider.ts'
import { compressWhole, finish, finishOuter, toBytes, wipeTail } from './finish.ts'
import { hash } from './hash.ts'
import { initialise } from './initial.ts'

const BLOCK = 64

/**
 * HMAC (GB/T 15852.2) with SM3 under one key: the states behind the two padded keys are computed once, which saves two
 * of the four blocks of a short message.
 */
export function hmac(key: Uint8Array): Sm3Mac {
  const block = secretBytes(BLOCK)
  block.set(key.length > BLOCK ? hash(key) : key)
  const states = new Int32Array(secretBytes(96).buffer)
  const [inner, outer, state] = [states.subarray(0, 8), states.subarray(8, 16), states.subarray(16)]
  takePad(inner, block, 0x36)
  // The block holds the first pad already.
  takePad(outer, block, 0x36 ^ 0x5c)
  block.fill(0)
  wipeTail()
  return {
    code(message) {
      state.set(inner)
      finish(state, message, compressWhole(state, message), BLOCK + message.length)
      finishOuter(state, outer)
      const code = toBytes(state)
      state.fill(0)
      return code
    },
    wipe() {
      states.fill(0)
      wipeTail()
    },
  }
}

/** Puts a pad on the block, and makes the state the one behind it. */
function takePad(state: Int32Array, block: Uint8Array, pad: number): void {
  for (let index = 0; index < BLOCK; index += 1) block[index] = (block[index] as number) ^ pad
  compressWhole(initialise(state), block)
}
