import { copyBytes } from '../bytes/copy.ts'

/** As many counter blocks as cover `length` bytes; the counter is one 128-bit big-endian number that wraps around. */
export function counterBlocks(counter: Uint8Array, length: number): Uint8Array {
  const blocks = new Uint8Array(Math.ceil(length / 16) * 16)
  const current = copyBytes(counter)
  for (let at = 0; at < blocks.length; at += 16) {
    blocks.set(current, at)
    for (let index = 15; index >= 0; index -= 1) {
      const next = ((current[index] ?? 0) + 1) & 255
      current[index] = next
      if (next !== 0) break
    }
  }
  return blocks
}

/** XORs `bytes` into `target`, which is as long, and gives `target` back as an array of its own. */
export function xorInto(target: Uint8Array, bytes: Uint8Array): Uint8Array {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) ^ (bytes[index] ?? 0)
  return target.byteLength === target.buffer.byteLength ? target : copyBytes(target)
}
