import { concatBytes } from '../bytes/concat.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import type { Sm3Engine } from '../provider/provider.ts'
import { DEFAULT_USER_ID } from '../sm2/user-id.ts'

/** What the signature was made over. Only `z` is the standard's; `verify` takes nothing else. */
export type DigestKind = 'z' | 'without-z' | 'no-hash' | 'z-of-hash'

export interface DigestCandidate {
  readonly digest: DigestKind
  readonly userId: string | Uint8Array | undefined
  readonly text: BilingualText
  /** The hash value for a message, or `undefined` where the message cannot be one. */
  readonly of: (message: Uint8Array) => Uint8Array | undefined
}

/** The default, the empty one that OpenSSL takes by itself, that of RFC 8998, and that of the standard's examples. */
const KNOWN_IDS: readonly string[] = [DEFAULT_USER_ID, '', 'TLSv1.3+GM+Cipher+Suite', 'ALICE123@YAHOO.COM']

export function digestCandidates(
  sm3: Sm3Engine,
  zOf: (userId: string | Uint8Array) => Uint8Array,
  userIds: readonly (string | Uint8Array)[],
): DigestCandidate[] {
  const hashOf = remembered((message) => sm3.hash(message))
  const ids = [...userIds, ...KNOWN_IDS.filter((known) => !userIds.includes(known))]
  const withIds = ids.map((userId): DigestCandidate => {
    const z = zOf(userId)
    return { digest: 'z', userId, text: idText(userId), of: (message) => sm3.hash(concatBytes(z, message)) }
  })
  const overHash = ids.map((userId): DigestCandidate => {
    const z = zOf(userId)
    const { en, zh } = idText(userId)
    return {
      digest: 'z-of-hash',
      userId,
      text: { en: `${en}, over the SM3 hash of the message`, zh: `${zh}，对消息的 SM3 值签名` },
      of: (message) => sm3.hash(concatBytes(z, hashOf(message))),
    }
  })
  return [
    ...withIds,
    {
      digest: 'without-z',
      userId: undefined,
      text: { en: 'without Z', zh: '未计算 Z' },
      of: hashOf,
    },
    {
      digest: 'no-hash',
      userId: undefined,
      text: { en: 'without a hash: the message itself was signed', zh: '未做杂凑，直接对消息签名' },
      of: (message) => (message.length <= 32 ? message : undefined),
    },
    ...overHash,
  ]
}

/** Each message meets every digest before the next one comes: its own hash is computed once. */
function remembered(hash: (message: Uint8Array) => Uint8Array): (message: Uint8Array) => Uint8Array {
  let last: { readonly message: Uint8Array; readonly value: Uint8Array } | undefined
  return (message) => {
    if (last?.message !== message) last = { message, value: hash(message) }
    return last.value
  }
}

function idText(userId: string | Uint8Array): BilingualText {
  if (userId === DEFAULT_USER_ID) return { en: 'the default user id', zh: '默认用户标识' }
  if (userId.length === 0) return { en: 'the empty user id', zh: '空用户标识' }
  return { en: 'another user id', zh: '其他用户标识' }
}
