import { bytesToHex, hexToBytes } from '../bytes/hex.ts'
import { textToBytes } from '../bytes/text.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { DEFAULT_USER_ID } from '../sm2/user-id.ts'
import { attempt } from './encoding.ts'

export interface UserIdCandidate {
  readonly userId: string | Uint8Array
  readonly text: BilingualText
}

/** The empty one that OpenSSL takes by itself, that of RFC 8998, and that of the standard's examples. */
const KNOWN_IDS: readonly string[] = ['', 'TLSv1.3+GM+Cipher+Suite', 'ALICE123@YAHOO.COM']

const DEFAULT: BilingualText = { en: 'the default user id', zh: '默认用户标识' }
const AS_HEX: BilingualText = {
  en: 'the hexadecimal digits of the user id taken for its text',
  zh: '把用户标识的十六进制文本当作用户标识',
}
const FROM_HEX: BilingualText = { en: 'the user id decoded from hexadecimal', zh: '把用户标识按十六进制解码' }
const APP_ID: BilingualText = { en: 'the appId as user id', zh: '以 appId 作用户标识' }

/**
 * Every user id that is tried: the given ones, those in use, the appIds that stand in the messages; and what becomes of an
 * id whose hexadecimal digits are taken for text, or whose text for digits.
 */
export function userIdCandidates(
  given: readonly (string | Uint8Array)[],
  appIds: readonly string[],
): UserIdCandidate[] {
  const found = new Map<string, UserIdCandidate>()
  const add = (userId: string | Uint8Array | undefined, text: BilingualText): void => {
    if (userId === undefined || userId.length > 8191) return
    const name = bytesToHex(bytesOf(userId))
    if (!found.has(name)) found.set(name, { userId, text })
  }
  for (const userId of given) add(userId, idText(userId))
  add(DEFAULT_USER_ID, DEFAULT)
  for (const userId of KNOWN_IDS) add(userId, idText(userId))
  for (const userId of appIds) add(userId, APP_ID)
  for (const userId of [...given, DEFAULT_USER_ID]) {
    add(bytesToHex(bytesOf(userId)), AS_HEX)
    add(bytesToHex(bytesOf(userId)).toUpperCase(), AS_HEX)
    if (typeof userId === 'string')
      add(
        attempt(() => hexToBytes(userId)),
        FROM_HEX,
      )
  }
  return [...found.values()]
}

/** The appIds in some texts: of a line to sign, or of a JSON text. */
export function appIdsIn(texts: Iterable<string>): string[] {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [, line, json] of text.matchAll(/(?:^|&)app_?id=([^&\s]{1,64})|"app_?id"\s*:\s*"([^"\\]{1,64})"/gi)) {
      found.add(line ?? json ?? '')
      if (found.size >= MOST_APP_IDS) return [...found]
    }
  }
  return [...found]
}

const MOST_APP_IDS = 4

function bytesOf(userId: string | Uint8Array): Uint8Array {
  return typeof userId === 'string' ? textToBytes(userId) : userId
}

function idText(userId: string | Uint8Array): BilingualText {
  if (userId === DEFAULT_USER_ID) return DEFAULT
  if (userId.length === 0) return { en: 'the empty user id', zh: '空用户标识' }
  return { en: 'another user id', zh: '其他用户标识' }
}
