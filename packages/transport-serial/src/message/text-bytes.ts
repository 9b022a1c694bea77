import { decodeUtf8 } from '@nationec/errors'
import { MessageFault } from './message-fault.ts'

const encoder = new TextEncoder()

/** The bytes that are signed, hashed and sent. */
export function bytesOfText(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Reads UTF-8 strictly: what is not text would otherwise change on its way and no longer fit its signature. */
export function textOfBytes(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw new MessageFault('MESSAGE_NOT_TEXT')
  return text
}
