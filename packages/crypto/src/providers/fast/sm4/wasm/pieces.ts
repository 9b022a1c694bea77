import type { Sm4Core } from './core.ts'

/** Runs one operation over a message, piece by piece, and leaves nothing of it in the module. */
export function crypt(
  core: Sm4Core,
  keys: Uint32Array,
  operation: (length: number) => void,
  message: Uint8Array,
  block?: Uint8Array,
): Uint8Array {
  const output = new Uint8Array(message.length) // first, because it may fail, and then no key is in the module yet
  core.keys.set(keys)
  if (block !== undefined) core.block.set(block)
  eachPiece(core, message, operation, output)
  core.wipe(message.length)
  return output
}

/** Puts each piece of a message into the module, runs the operation on it and takes the result out where one is wanted. */
export function eachPiece(
  { data }: Sm4Core,
  message: Uint8Array,
  operation: (length: number) => void,
  output?: Uint8Array,
): void {
  for (let from = 0; from < message.length; from += data.length) {
    const piece = message.subarray(from, from + data.length)
    data.set(piece)
    operation(piece.length)
    output?.set(piece.length === data.length ? data : data.subarray(0, piece.length), from)
  }
}
