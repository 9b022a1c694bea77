import { equalBytes } from '../../../../bytes/equal.ts'
import type { Sm4Schedule } from '../../../../provider/provider.ts'
import type { Sm4Core } from './core.ts'
import { eachPiece } from './pieces.ts'

/** GCM inside the module: the key stream and GHASH take turns on each piece while it is in the cache. */
export function createGcm(core: Sm4Core, keys: Uint32Array): NonNullable<Sm4Schedule['gcm']> {
  const { run, block } = core

  const start = (nonce: Uint8Array, associatedData: Uint8Array) => {
    core.keys.set(keys)
    block.set(nonce)
    run.gcmStart()
    eachPiece(core, associatedData, run.gcmHash)
  }
  const finish = (associatedData: Uint8Array, message: Uint8Array) => {
    run.gcmTag(associatedData.length, message.length)
    const tag = block.slice()
    core.wipe(Math.max(associatedData.length, message.length))
    return tag
  }
  return {
    seal(plaintext, nonce, associatedData) {
      const ciphertext = new Uint8Array(plaintext.length)
      start(nonce, associatedData)
      eachPiece(core, plaintext, run.gcmEncrypt, ciphertext)
      return { ciphertext, tag: finish(associatedData, plaintext) }
    },
    open(ciphertext, nonce, associatedData, tag) {
      const plaintext = new Uint8Array(ciphertext.length)
      start(nonce, associatedData)
      eachPiece(core, ciphertext, run.gcmDecrypt, plaintext)
      if (equalBytes(finish(associatedData, ciphertext), tag)) return plaintext
      plaintext.fill(0)
      return undefined
    },
  }
}
