import sm from 'sm-crypto'
import { counterBlocks, xorInto } from '../../provider/counter-blocks.ts'
import type { Sm4Engine } from '../../provider/provider.ts'

/** The library works on lists of numbers and copies them several times: short ones stay in the processor's cache. */
const PIECE = 4096
const BLOCK = 16

/**
 * The block cipher of the library: ECB and CBC over whole blocks, always without its padding. It takes every unknown
 * mode for ECB, so CTR is made here of encrypted counters.
 */
export const smCryptoSm4: Sm4Engine = {
  schedule(key) {
    const own = [...key]
    const run = (direction: 'encrypt' | 'decrypt', piece: Uint8Array, iv?: Uint8Array): number[] => {
      const mode = iv === undefined ? undefined : { mode: 'cbc' as const, iv: [...iv] }
      return sm.sm4[direction](listOf(piece), own, { padding: 'none', output: 'array', ...mode })
    }
    const ecb = (direction: 'encrypt' | 'decrypt', blocks: Uint8Array): Uint8Array =>
      inPieces(blocks, (piece) => run(direction, piece))
    return {
      encryptEcb: (blocks) => ecb('encrypt', blocks),
      decryptEcb: (blocks) => ecb('decrypt', blocks),
      encryptCbc(blocks, iv) {
        let last = iv
        return inPieces(blocks, (piece) => {
          const result = run('encrypt', piece, last)
          last = Uint8Array.from(result.slice(-BLOCK))
          return result
        })
      },
      decryptCbc(blocks, iv) {
        let last = iv
        return inPieces(blocks, (piece) => {
          const result = run('decrypt', piece, last)
          last = piece.subarray(-BLOCK)
          return result
        })
      },
      ctr: (bytes, counter) => {
        const stream = ecb('encrypt', counterBlocks(counter, bytes.length))
        return xorInto(stream.subarray(0, bytes.length), bytes)
      },
      wipe: () => void own.fill(0),
    }
  },
}

function inPieces(blocks: Uint8Array, work: (piece: Uint8Array) => number[]): Uint8Array {
  const result = new Uint8Array(blocks.length)
  for (let at = 0; at < blocks.length; at += PIECE) result.set(work(blocks.subarray(at, at + PIECE)), at)
  return result
}

/** Far faster than spreading a typed array. */
function listOf(bytes: Uint8Array): number[] {
  const list: number[] = []
  for (let index = 0; index < bytes.length; index += 1) list.push(bytes[index] ?? 0)
  return list
}
