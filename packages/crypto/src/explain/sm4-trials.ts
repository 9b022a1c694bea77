import type { BilingualText } from '../errors/error-texts.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Key } from '../sm4/key.ts'
import type { ExplainSm4Input, Sm4CiphertextVariant } from './sm4-variant.ts'

/** One way to decrypt, tried under every form of the key. */
export interface Sm4Trial extends Pick<Sm4CiphertextVariant, 'mode' | 'padding' | 'iv' | 'tag'> {
  /** Whether success alone proves it. */
  readonly proves: boolean
  readonly text: BilingualText
  /** Throws a CryptoError where it does not fit. */
  readonly decrypt: (key: Sm4Key) => Uint8Array
}

/** GCM and CCM, with the tag apart or behind the ciphertext. */
export function sealedTrials(bytes: Uint8Array, { nonce, tag, associatedData }: ExplainSm4Input): Sm4Trial[] {
  if (nonce === undefined) return []
  return (['gcm', 'ccm'] as const).flatMap((mode) =>
    (['given', 'appended'] as const).map((place): Sm4Trial => {
      const name = mode.toUpperCase()
      const ciphertext = place === 'given' ? bytes : bytes.subarray(0, -16)
      const used = place === 'given' ? tag : bytes.subarray(-16)
      return {
        mode,
        padding: undefined,
        iv: undefined,
        tag: place,
        proves: true,
        text:
          place === 'given'
            ? { en: `${name} with the tag apart`, zh: `${name}，标签单独给出` }
            : { en: `${name} with the tag behind the ciphertext`, zh: `${name}，标签附在密文之后` },
        decrypt(key) {
          if (used === undefined) throw cryptoError('CRYPTO_OPTION_INVALID')
          return key.open(ciphertext, { mode, nonce, tag: used, tagLength: used.length, associatedData })
        },
      }
    }),
  )
}

/** ECB, CBC and CTR with every padding and every iv in use. */
export function plainTrials(bytes: Uint8Array, key: Uint8Array, { iv }: ExplainSm4Input): Sm4Trial[] {
  const ivs = [
    ['given', iv, { en: 'the given iv', zh: '所给初始向量' }],
    ['zero', new Uint8Array(16), { en: 'an iv of zeros', zh: '全零初始向量' }],
    ['key', key, { en: 'the key as iv', zh: '以密钥作初始向量' }],
  ] as const
  const trials = blockTrials(undefined, { en: 'ECB', zh: 'ECB' }, (padding) => ({ mode: 'ecb', padding }), bytes)
  for (const [name, value, { en, zh }] of ivs) {
    if (value === undefined) continue
    const text = { en: `CBC with ${en}`, zh: `CBC，${zh}` }
    trials.push(...blockTrials(name, text, (padding) => ({ mode: 'cbc', padding, iv: value }), bytes))
    trials.push({
      mode: 'ctr',
      padding: undefined,
      iv: name,
      tag: undefined,
      proves: false,
      text: { en: `CTR with ${en} as counter`, zh: `CTR，${zh}作计数器` },
      decrypt: (sm4) => sm4.decrypt(bytes, { mode: 'ctr', counter: value }),
    })
  }
  return trials
}

function blockTrials(
  iv: Sm4Trial['iv'],
  mode: BilingualText,
  how: (padding: 'pkcs7' | 'none') => Parameters<Sm4Key['decrypt']>[1],
  bytes: Uint8Array,
): Sm4Trial[] {
  const trial = (padding: 'pkcs7' | 'zero' | 'none', text: BilingualText, decrypt: Sm4Trial['decrypt']): Sm4Trial => ({
    mode: how('none').mode,
    padding,
    iv,
    tag: undefined,
    proves: false,
    text: { en: `${mode.en}, ${text.en}`, zh: `${mode.zh}，${text.zh}` },
    decrypt,
  })
  const bare = (key: Sm4Key): Uint8Array => key.decrypt(bytes, how('none'))
  return [
    trial('pkcs7', { en: 'PKCS#7 padding', zh: 'PKCS#7 填充' }, (key) => key.decrypt(bytes, how('pkcs7'))),
    trial('none', { en: 'no padding', zh: '无填充' }, bare),
    trial('zero', { en: 'padding with zeros', zh: '补零填充' }, (key) => {
      const plaintext = bare(key)
      const end = plaintext.findLastIndex((byte) => byte !== 0) + 1
      if (end === plaintext.length || plaintext.length - end > 16) throw cryptoError('CRYPTO_DECRYPTION_FAILED')
      return plaintext.slice(0, end)
    }),
  ]
}
