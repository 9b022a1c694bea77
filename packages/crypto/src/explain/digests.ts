import { concatBytes } from '../bytes/concat.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import type { Sm3Engine } from '../provider/provider.ts'
import { computeZ } from '../sm2/user-id.ts'
import { joinTexts } from './explanation.ts'
import { sha256 } from './sha256.ts'
import type { UserIdCandidate } from './user-id-candidates.ts'

/**
 * What the signature was made over. Only `z` is the standard's; `verify` takes nothing else. `sha256` is over the message
 * alone, `sha256-after-z` over Z of SM3 and the message, `sha256-all` has SHA-256 in Z too.
 */
export type DigestKind = 'z' | 'without-z' | 'no-hash' | 'z-of-hash' | 'sha256' | 'sha256-after-z' | 'sha256-all'

export interface DigestCandidate {
  readonly digest: DigestKind
  readonly userId: string | Uint8Array | undefined
  /** Whose Z, where it is not the key that verifies: which of the other keys. */
  readonly zKey: number | undefined
  readonly text: BilingualText
  /** The hash value for a message. */
  readonly of: (message: Uint8Array) => Uint8Array
}

/** A key that may have gone into Z. */
export interface ZKey {
  /** 64 bytes. */
  readonly point: Uint8Array
  /** Which of the other keys; `undefined` for the one that verifies. */
  readonly other: number | undefined
}

type Hash = (message: Uint8Array) => Uint8Array

/** Every way of hashing that is tried, the standard's first. */
export function digestCandidates(
  sm3: Sm3Engine,
  keys: readonly ZKey[],
  userIds: readonly UserIdCandidate[],
): DigestCandidate[] {
  const hash: Hash = (message) => sm3.hash(message)
  const hashOf = remembered(hash)
  const withZ = (digest: DigestKind, inner: Hash, outer: Hash, of: Hash, more: BilingualText): DigestCandidate[] =>
    keys.flatMap(({ point, other }) =>
      userIds.map(({ userId, text }): DigestCandidate => {
        const z = computeZ(inner, point, userId)
        const parts = [text, ...(other === undefined ? [] : [zOfOther(other)]), ...(more.en === '' ? [] : [more])]
        return {
          digest,
          userId,
          zKey: other,
          text: joinTexts(parts),
          of: (message) => outer(concatBytes(z, of(message))),
        }
      }),
    )
  const bare = (digest: DigestKind, text: BilingualText, of: Hash): DigestCandidate => ({
    digest,
    userId: undefined,
    zKey: undefined,
    text,
    of,
  })
  return [
    ...withZ('z', hash, hash, unchanged, NOTHING),
    bare('without-z', { en: 'without Z', zh: '未计算 Z' }, hashOf),
    bare('no-hash', { en: 'without a hash: the message itself was signed', zh: '未做杂凑，直接对消息签名' }, unchanged),
    ...withZ('z-of-hash', hash, hash, hashOf, { en: 'over the SM3 hash of the message', zh: '对消息的 SM3 值签名' }),
    bare(
      'sha256',
      { en: 'SHA-256 in place of SM3, without Z', zh: '使用 SHA-256 而非 SM3，且未计算 Z' },
      remembered(sha256),
    ),
    ...withZ('sha256-after-z', hash, sha256, unchanged, {
      en: 'SHA-256 in place of SM3 behind Z',
      zh: '对 Z 与消息使用 SHA-256 而非 SM3',
    }),
    ...withZ('sha256-all', sha256, sha256, unchanged, {
      en: 'SHA-256 in place of SM3, also in Z',
      zh: '全程使用 SHA-256 而非 SM3（含 Z）',
    }),
  ]
}

const NOTHING: BilingualText = { en: '', zh: '' }
const unchanged: Hash = (message) => message

/** Each message meets every digest before the next one comes: its own hash is computed once. */
function remembered(hash: Hash): Hash {
  let last: { readonly message: Uint8Array; readonly value: Uint8Array } | undefined
  return (message) => {
    if (last?.message !== message) last = { message, value: hash(message) }
    return last.value
  }
}

function zOfOther(other: number): BilingualText {
  return { en: `Z of other key ${other + 1}`, zh: `Z 由第 ${other + 1} 个其他公钥算得` }
}
