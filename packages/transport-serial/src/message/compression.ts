import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { MessageFault } from './message-fault.ts'

/** How a body stands on the wire. */
export type Encoding = 'plain' | 'deflate' | 'brotli'

/** Below this many bytes nothing is gained. */
const WORTH_COMPRESSING = 64

/** A window of 256 KiB: small terminals must be able to undo it. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 },
}

/** Compresses a body if that makes it shorter. One context for each message, never across messages. */
export function compress(
  raw: Uint8Array,
  { brotli, compress: allowed }: { readonly brotli: boolean; readonly compress: boolean },
): { readonly encoding: Encoding; readonly bytes: Uint8Array } {
  if (!allowed || raw.length < WORTH_COMPRESSING) return { encoding: 'plain', bytes: raw }
  const bytes = brotli ? brotliCompressSync(raw, BROTLI) : deflateRawSync(raw, { level: 6 })
  if (bytes.length >= raw.length) return { encoding: 'plain', bytes: raw }
  return { encoding: brotli ? 'brotli' : 'deflate', bytes }
}

/**
 * Undoes {@link compress}. Never expands beyond the announced length, so that a few bytes cannot fill the memory.
 *
 * @param rawLength what the header announced; anything else is a fault
 */
export function expand(bytes: Uint8Array, encoding: Encoding, rawLength: number): Uint8Array {
  const raw = encoding === 'plain' ? bytes : expandPacked(bytes, encoding, rawLength)
  if (raw.length !== rawLength) throw new MessageFault('MESSAGE_BODY_INVALID')
  return raw
}

/** What the runtimes give with `info`; their types do not know it. */
interface Expanded {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

function expandPacked(bytes: Uint8Array, encoding: 'deflate' | 'brotli', rawLength: number): Uint8Array {
  // With `info` the engine says how much it has read: bytes behind the end of the stream are left without a word otherwise.
  const options = { maxOutputLength: Math.max(rawLength, 1), info: true }
  let expanded: Expanded
  try {
    const given = encoding === 'deflate' ? inflateRawSync(bytes, options) : brotliDecompressSync(bytes, options)
    expanded = given as unknown as Expanded
  } catch {
    // The library's own error may quote what it read.
    throw new MessageFault('MESSAGE_BODY_INVALID')
  }
  if (expanded.engine.bytesWritten !== bytes.length) throw new MessageFault('MESSAGE_BODY_INVALID')
  return expanded.buffer
}
