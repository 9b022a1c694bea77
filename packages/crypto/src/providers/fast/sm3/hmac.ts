import { secretBytes, secretCopy } from '../../../bytes/secret.ts'
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
  const padded = secretBytes(BLOCK)
  padded.set(key.length > BLOCK ? hash(key) : key)
  const inner = stateBehind(padded, 0x36)
  const outer = stateBehind(padded, 0x5c)
  padded.fill(0)
  wipeTail()
  const state = secretState()
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
      inner.fill(0)
      outer.fill(0)
      wipeTail()
    },
  }
}

function secretState(): Int32Array {
  return new Int32Array(secretBytes(32).buffer)
}

function stateBehind(key: Uint8Array, pad: number): Int32Array {
  const block = secretCopy(key)
  for (let index = 0; index < BLOCK; index += 1) block[index] = (block[index] ?? 0) ^ pad
  const state = initialise(secretState())
  compressWhole(state, block)
  block.fill(0)
  return state
}
