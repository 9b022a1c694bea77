import type { BilingualText } from '../errors/error-texts.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Key } from '../sm4/key.ts'
import type { ExplainSm4Input, Sm4CiphertextVariant } from './sm4-variant.ts'

/** One way to decrypt, tried under every form of the key. */
export interface Sm4Trial extends Pick<Sm4CiphertextVariant, 'mode' | 'padding' | 'iv' | 'nonce' | 'tag'> {
  /** Whether success alone proves it. */
  readonly proves: boolean
  readonly text: BilingualText
  /** Throws a CryptoError where it does not fit. */
  readonly decrypt: (key: Sm4Key) => Uint8Array
}

/** The parts of a sealed text, and how they lay. */
interface SealedParts {
  readonly nonce: 'given' | 'in front'
  readonly tag: 'given' | 'appended' | 'in front'
  readonly nonceBytes: Uint8Array
  readonly tagBytes: Uint8Array
  readonly ciphertext: Uint8Array
}

/** GCM and CCM, with the tag apart, behind the ciphertext or before it, and with the nonce apart or in front. */
export function sealedTrials(bytes: Uint8Array, input: ExplainSm4Input): Sm4Trial[] {
  const { associatedData } = input
  return (['gcm', 'ccm'] as const).flatMap((mode) =>
    sealedParts(bytes, input).map(({ nonce, tag, nonceBytes, tagBytes, ciphertext }): Sm4Trial => {
      const [where, behind] = [NONCE_TEXTS[nonce], TAG_TEXTS[tag]]
      const name = mode.toUpperCase()
      return {
        mode,
        padding: undefined,
        iv: undefined,
        nonce,
        tag,
        proves: true,
        text: { en: `${name} with ${where.en}${behind.en}`, zh: `${name}，${where.zh}${behind.zh}` },
        decrypt: (key) =>
          key.open(ciphertext, { mode, nonce: nonceBytes, tag: tagBytes, tagLength: tagBytes.length, associatedData }),
      }
    }),
  )
}

const NONCE_TEXTS = {
  given: { en: '', zh: '' },
  'in front': { en: 'the nonce in front of the ciphertext and ', zh: '随机数置于密文之前，' },
} as const
const TAG_TEXTS = {
  given: { en: 'the tag apart', zh: '标签单独给出' },
  appended: { en: 'the tag behind the ciphertext', zh: '标签附在密文之后' },
  'in front': { en: 'the tag before the ciphertext', zh: '标签置于密文之前' },
} as const

function sealedParts(bytes: Uint8Array, { nonce, tag }: ExplainSm4Input): SealedParts[] {
  const parts: SealedParts[] = []
  for (const [place, nonceBytes, rest] of [
    ['given', nonce, bytes],
    ['in front', bytes.subarray(0, 12), bytes.subarray(12)],
  ] as const) {
    if (nonceBytes === undefined || (place === 'in front' && bytes.length < 12)) continue
    const common = { nonce: place, nonceBytes }
    if (tag !== undefined) parts.push({ ...common, tag: 'given', tagBytes: tag, ciphertext: rest })
    if (rest.length < 16) continue
    parts.push({ ...common, tag: 'appended', tagBytes: rest.subarray(-16), ciphertext: rest.subarray(0, -16) })
    parts.push({ ...common, tag: 'in front', tagBytes: rest.subarray(0, 16), ciphertext: rest.subarray(16) })
  }
  return parts
}

/** ECB, CBC and CTR with every padding and every iv in use. */
export function plainTrials(bytes: Uint8Array, key: Uint8Array, { iv }: ExplainSm4Input): Sm4Trial[] {
  const ivs = [
    ['given', iv, bytes, { en: 'the given iv', zh: '所给初始向量' }],
    ['zero', new Uint8Array(16), bytes, { en: 'an iv of zeros', zh: '全零初始向量' }],
    ['key', key, bytes, { en: 'the key as iv', zh: '以密钥作初始向量' }],
    // Last: under every other iv of CBC it gives the text without its first block.
    [
      'in front',
      bytes.length < 16 ? undefined : bytes.subarray(0, 16),
      bytes.subarray(16),
      { en: 'the iv in front of the ciphertext', zh: '初始向量置于密文之前' },
    ],
  ] as const
  const trials = blockTrials(undefined, { en: 'ECB', zh: 'ECB' }, (padding) => ({ mode: 'ecb', padding }), bytes)
  for (const [name, value, rest, { en, zh }] of ivs) {
    if (value === undefined) continue
    const text = { en: `CBC with ${en}`, zh: `CBC，${zh}` }
    trials.push(...blockTrials(name, text, (padding) => ({ mode: 'cbc', padding, iv: value }), rest))
    trials.push({
      mode: 'ctr',
      padding: undefined,
      iv: name,
      nonce: undefined,
      tag: undefined,
      proves: false,
      text: { en: `CTR with ${en} as counter`, zh: `CTR，${zh}作计数器` },
      decrypt: (sm4) => sm4.decrypt(rest, { mode: 'ctr', counter: value }),
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
    nonce: undefined,
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
