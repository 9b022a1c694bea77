import { compress, expand } from './compression.ts'
import {
  HEADER_LENGTH,
  type Header,
  numberOfState,
  type ReadHeader,
  readHeader,
  stateOf,
  writeHeader,
} from './header.ts'
import { SIGNATURE_LENGTH, TEXT_MOST, URL_MOST } from './limits.ts'
import {
  carriesText,
  kindCarriesText,
  type LinkMessage,
  type PushMessage,
  type ReceivedMessage,
  type RequestMessage,
  type ResultMessage,
  type TextKind,
} from './message.ts'
import type { CodecSettings, MessageCodec, MessageDecoder } from './message-codec.ts'
import { MessageFault } from './message-fault.ts'
import { idFromBytes, idToBytes } from './request-id.ts'
import { bytesOfText, textOfBytes } from './text-bytes.ts'

/** The message form of MSL/1: a header of 32 bytes, then for texts the signature and the packed body. */
export const mslCodec: MessageCodec = { name: 'msl', encode, decoder: createDecoder }

function encode(message: LinkMessage, settings: CodecSettings): Uint8Array {
  if (carriesText(message)) return encodeText(message, settings)
  const header = {
    kind: message.kind,
    encoding: 'plain',
    id: idToBytes(message.id),
    rawLength: 0,
    bodyLength: 0,
  } as const
  return writeHeader({ ...header, extra: extraOf(message) })
}

function encodeText(message: RequestMessage | ResultMessage | PushMessage, settings: CodecSettings): Uint8Array {
  const raw = joinRaw(bytesOfText(message.kind === 'request' ? message.url : ''), bytesOfText(message.text))
  const { encoding, bytes } = compress(raw, settings)
  const bodyLength = SIGNATURE_LENGTH + bytes.length
  const header = writeHeader({
    kind: message.kind,
    encoding,
    id: idToBytes(message.id),
    extra: extraOf(message),
    rawLength: raw.length,
    bodyLength,
  })
  const whole = new Uint8Array(HEADER_LENGTH + bodyLength)
  whole.set(header)
  whole.set(message.signature, HEADER_LENGTH)
  whole.set(bytes, HEADER_LENGTH + SIGNATURE_LENGTH)
  return whole
}

function extraOf(message: LinkMessage): number {
  switch (message.kind) {
    case 'request':
    case 'result':
    case 'push':
    case 'status':
    case 'abort':
      return message.madeAt >>> 0
    case 'progress':
      return message.step >>> 0
    case 'state':
      return numberOfState(message.state)
    default:
      return 0
  }
}

/** Collects the bytes of one message at a time; the body's memory is set aside only for an acceptable header. */
function createDecoder(): MessageDecoder {
  const headerBytes = new Uint8Array(HEADER_LENGTH)
  let filled = 0
  let header: ReadHeader | undefined
  let body = new Uint8Array(0)

  return {
    push(bytes) {
      const messages: ReceivedMessage[] = []
      let rest = bytes
      for (;;) {
        if (header === undefined) {
          rest = fill(headerBytes, HEADER_LENGTH, rest)
          if (filled < HEADER_LENGTH) return messages
          header = readHeader(headerBytes)
          body = new Uint8Array(header.isTooLarge ? 0 : header.bodyLength)
          filled = 0
        }
        rest = fill(header.isTooLarge ? undefined : body, header.bodyLength, rest)
        if (filled < header.bodyLength) return messages
        messages.push(readMessage(header, body))
        header = undefined
        filled = 0
      }
    },
  }

  /** Takes what is missing; without a target it is passed over. Gives what is left. */
  function fill(target: Uint8Array | undefined, length: number, bytes: Uint8Array): Uint8Array {
    const piece = bytes.subarray(0, length - filled)
    target?.set(piece, filled)
    filled += piece.length
    return bytes.subarray(piece.length)
  }
}

function readMessage(header: ReadHeader, body: Uint8Array): ReceivedMessage {
  const { kind, extra } = header
  const id = idFromBytes(header.id)
  if (kindCarriesText(kind)) return textOrPoison(header, kind, id, body)
  switch (kind) {
    case 'status':
    case 'abort':
      return { kind, id, madeAt: extra }
    case 'progress':
      return { kind, id, step: extra }
    case 'state': {
      const state = stateOf(extra)
      if (state === undefined) throw new MessageFault('MESSAGE_HEADER_INVALID')
      return { kind, id, state }
    }
    default:
      return { kind, id }
  }
}

function textOrPoison(header: ReadHeader, kind: TextKind, id: string, body: Uint8Array): ReceivedMessage {
  try {
    if (header.isTooLarge) throw new MessageFault('MESSAGE_TOO_LARGE')
    return readText(header, id, body)
  } catch (error) {
    const reason = error instanceof MessageFault ? error.reason : 'MESSAGE_BODY_INVALID'
    return { kind: 'poisoned', of: kind, id, madeAt: header.extra, reason }
  }
}

function readText({ kind, encoding, extra, rawLength }: Header, id: string, body: Uint8Array): LinkMessage {
  const signature = body.slice(0, SIGNATURE_LENGTH)
  const { url, text } = splitRaw(expand(body.subarray(SIGNATURE_LENGTH), encoding, rawLength))
  const signed = { id, madeAt: extra, text, signature }
  if (kind === 'request') return { kind, ...signed, url }
  if (url !== '') throw new MessageFault('MESSAGE_BODY_INVALID')
  return kind === 'result' ? { kind, ...signed } : { kind: 'push', ...signed }
}

/** urlLength[2] url text */
function joinRaw(url: Uint8Array, text: Uint8Array): Uint8Array {
  const raw = new Uint8Array(2 + url.length + text.length)
  new DataView(raw.buffer).setUint16(0, url.length)
  raw.set(url, 2)
  raw.set(text, 2 + url.length)
  return raw
}

function splitRaw(raw: Uint8Array): { url: string; text: string } {
  if (raw.length < 2) throw new MessageFault('MESSAGE_BODY_INVALID')
  const urlLength = new DataView(raw.buffer, raw.byteOffset).getUint16(0)
  const textStart = 2 + urlLength
  if (textStart > raw.length) throw new MessageFault('MESSAGE_BODY_INVALID')
  if (urlLength > URL_MOST || raw.length - textStart > TEXT_MOST) throw new MessageFault('MESSAGE_TOO_LARGE')
  return { url: textOfBytes(raw.subarray(2, textStart)), text: textOfBytes(raw.subarray(textStart)) }
}
