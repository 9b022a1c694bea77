import { bytesToHex, hexToBytes } from '@nationec/crypto'
import { SIGNATURE_LENGTH } from '../message/limits.ts'
import { ID_LENGTH, idFromBytes, idToBytes } from '../message/request-id.ts'
import { PEER_LENGTH } from '../message/signed-content.ts'
import { bytesOfText, textOfBytes } from '../message/text-bytes.ts'
import type { JournalEntry } from './journal-entry.ts'

/** The number of a type in the file is its place here, counted from 1. New types go to the end. */
const TYPES = [
  'request',
  'done',
  'push',
  'void',
  'not-executed',
  'acknowledged',
  'low-water',
] as const satisfies readonly JournalEntry['type'][]

const NO_ID = '0'.repeat(2 * ID_LENGTH)
const ID_START = 1 + 4 + PEER_LENGTH
/** type[1] madeAt[4] peer[8] id[16] */
const FIXED = ID_START + ID_LENGTH

/** type[1] madeAt[4] peer[8] id[16], and for texts: signature[64] urlLength[2] url text */
export function entryToBytes(entry: JournalEntry): Uint8Array {
  const signed = entry.type === 'request' || entry.type === 'done' || entry.type === 'push'
  const url = bytesOfText(entry.type === 'request' ? entry.url : '')
  const text = bytesOfText(signed ? entry.text : '')
  const bytes = new Uint8Array(FIXED + (signed ? SIGNATURE_LENGTH + 2 + url.length + text.length : 0))
  const view = new DataView(bytes.buffer)
  view.setUint8(0, TYPES.indexOf(entry.type) + 1)
  view.setUint32(1, entry.madeAt)
  bytes.set(hexToBytes(entry.peer), 5)
  bytes.set(idToBytes(entry.type === 'low-water' ? NO_ID : entry.id), ID_START)
  if (!signed) return bytes
  bytes.set(entry.signature, FIXED)
  view.setUint16(FIXED + SIGNATURE_LENGTH, url.length)
  bytes.set(url, FIXED + SIGNATURE_LENGTH + 2)
  bytes.set(text, FIXED + SIGNATURE_LENGTH + 2 + url.length)
  return bytes
}

/** Gives `undefined` for bytes that no version of this file has written. */
export function entryFromBytes(bytes: Uint8Array): JournalEntry | undefined {
  try {
    return read(bytes)
  } catch {
    return undefined
  }
}

function read(bytes: Uint8Array): JournalEntry | undefined {
  if (bytes.length < FIXED) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const type = TYPES[view.getUint8(0) - 1]
  const madeAt = view.getUint32(1)
  const peer = bytesToHex(bytes.subarray(5, ID_START))
  const id = idFromBytes(bytes.subarray(ID_START, FIXED))
  if (type === undefined) return undefined
  if (type === 'low-water') return { type, peer, madeAt }
  if (type !== 'request' && type !== 'done' && type !== 'push') return { type, peer, id, madeAt }
  const textual = bytes.subarray(FIXED + SIGNATURE_LENGTH)
  if (textual.length < 2) return undefined
  const urlEnd = 2 + view.getUint16(FIXED + SIGNATURE_LENGTH)
  if (urlEnd > textual.length) return undefined
  const signature = bytes.slice(FIXED, FIXED + SIGNATURE_LENGTH)
  const text = textOfBytes(textual.subarray(urlEnd))
  const signed = { peer, id, madeAt, text, signature }
  return type === 'request' ? { type, ...signed, url: textOfBytes(textual.subarray(2, urlEnd)) } : { type, ...signed }
}
