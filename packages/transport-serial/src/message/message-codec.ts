import type { LinkMessage, ReceivedMessage } from './message.ts'

/** What both sides have agreed on. */
export interface CodecSettings {
  /** The other side can read brotli. Deflate is always allowed. */
  readonly brotli: boolean
  /** False: texts are never compressed, so that their length says nothing about their content. */
  readonly compress: boolean
}

/** Reads the messages of one byte stream, in pieces of any size. */
export interface MessageDecoder {
  /**
   * Gives the messages that are complete now. Throws a `MessageFault` if the end of a message cannot be found; the decoder is of
   * no use after that.
   */
  push(bytes: Uint8Array): readonly ReceivedMessage[]
}

/**
 * The third seam of the link: how a message becomes bytes of the secure channel. A vendor's own form takes its place here.
 *
 * Hard rules for an implementation: memory stays bounded by the limits of clause 3.2 on any input, a compressed body
 * is never expanded beyond what its header announced, and no error quotes what was read.
 */
export interface MessageCodec {
  readonly name: string
  encode(message: LinkMessage, settings: CodecSettings): Uint8Array
  decoder(): MessageDecoder
}
