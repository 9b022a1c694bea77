import { MessageFault } from './message-fault.ts'

const encoder = new TextEncoder()
// A mark at the start is a character of the text like any other.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The bytes that are signed, hashed and sent. */
export function bytesOfText(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Reads UTF-8 strictly: what is not text would otherwise change on its way and no longer fit its signature. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new MessageFault('MESSAGE_NOT_TEXT')
  }
}
