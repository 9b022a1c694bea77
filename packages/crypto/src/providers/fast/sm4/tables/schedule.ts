import { copyBytes } from '../../../../bytes/copy.ts'
import type { Sm4Schedule } from '../../../../provider/provider.ts'
import { createBlockCipher } from './blocks.ts'
import { expandKey } from './key-schedule.ts'

const BLOCK = 16

/** The modes in TypeScript alone, without GCM: for that the package has its own GHASH. */
export function createTableSchedule(key: Uint8Array): Sm4Schedule {
  const crypt = createBlockCipher()
  const encryption = expandKey(key)
  const decryption = encryption.slice().reverse()

  const ecb = (keys: Int32Array, blocks: Uint8Array) => {
    const output = new Uint8Array(blocks.length)
    const [from, to] = [viewOf(blocks), viewOf(output)]
    for (let at = 0; at < blocks.length; at += BLOCK) crypt(keys, from, at, to, at)
    return output
  }
  return {
    encryptEcb: (blocks) => ecb(encryption, blocks),
    decryptEcb: (blocks) => ecb(decryption, blocks),
    encryptCbc(blocks, iv) {
      const output = copyBytes(blocks)
      const view = viewOf(output)
      let before = viewOf(iv)
      let place = 0
      for (let at = 0; at < output.length; at += BLOCK) {
        addBlock(view, at, before, place)
        crypt(encryption, view, at, view, at)
        before = view
        place = at
      }
      return output
    },
    decryptCbc(blocks, iv) {
      const output = ecb(decryption, blocks)
      const [view, before] = [viewOf(output), viewOf(blocks)]
      if (output.length > 0) addBlock(view, 0, viewOf(iv), 0)
      for (let at = BLOCK; at < output.length; at += BLOCK) addBlock(view, at, before, at - BLOCK)
      return output
    },
    ctr(bytes, counter) {
      // The key stream of whole blocks, cut to the length of the message at the end.
      const stream = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK)
      const view = viewOf(stream)
      const next = viewOf(copyBytes(counter))
      for (let at = 0; at < stream.length; at += BLOCK) {
        crypt(encryption, next, 0, view, at)
        countUp(next)
      }
      for (let index = 0; index < bytes.length; index += 1)
        stream[index] = (stream[index] as number) ^ (bytes[index] as number)
      const output = stream.slice(0, bytes.length)
      stream.fill(0)
      return output
    },
    wipe() {
      encryption.fill(0)
      decryption.fill(0)
    },
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function addBlock(to: DataView, at: number, from: DataView, place: number): void {
  for (let offset = 0; offset < BLOCK; offset += 4) {
    to.setInt32(at + offset, to.getInt32(at + offset) ^ from.getInt32(place + offset))
  }
}

/** One 128-bit big-endian number. */
function countUp(counter: DataView): void {
  for (let at = BLOCK - 4; at >= 0; at -= 4) {
    const word = (counter.getUint32(at) + 1) >>> 0
    counter.setUint32(at, word)
    if (word !== 0) return
  }
}
