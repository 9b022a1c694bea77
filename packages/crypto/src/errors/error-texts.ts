import type { BilingualText } from '@nationec/errors'

export type { BilingualText }

/** What an error says: what happened, and what the caller can do. */
export interface ErrorTexts {
  readonly summary: BilingualText
  readonly advice: BilingualText
}

// Constants of their own, not members of one object: a bundle with SM3 alone carries the three that it can throw.

export const BYTES_EXPECTED: ErrorTexts = {
  summary: { en: 'An argument is not a Uint8Array.', zh: '参数不是 Uint8Array。' },
  advice: { en: 'Convert text first; nothing is guessed.', zh: '请先转换文本，本库不做猜测。' },
}

export const ENCODING_INVALID: ErrorTexts = {
  summary: { en: 'A text is not in the encoding that was named.', zh: '文本不符合所声明的编码。' },
  advice: { en: 'Check the characters and the length of the text.', zh: '请检查文本的字符与长度。' },
}

export const OPTION_INVALID: ErrorTexts = {
  summary: { en: 'An option is missing or unknown.', zh: '选项缺失或未知。' },
  advice: {
    en: 'Correct it; there is no silent default.',
    zh: '请改正；没有默认值。',
  },
}

export const LENGTH_INVALID: ErrorTexts = {
  summary: { en: 'An argument has a wrong length.', zh: '参数长度错误。' },
  advice: { en: 'Give exactly the length that is named.', zh: '请按要求的长度提供参数。' },
}

export const KEY_INVALID: ErrorTexts = {
  summary: { en: 'A key is not valid.', zh: '密钥无效。' },
  advice: { en: 'Check where the key comes from and which form it has.', zh: '请核对密钥的来源与格式。' },
}

export const CERTIFICATE_INVALID: ErrorTexts = {
  summary: { en: 'A chain of certificates does not hold.', zh: '证书链校验未通过。' },
  advice: {
    en: 'Take no key out of it; ask its sender for the whole chain and the root.',
    zh: '不得使用其中的公钥；请向提供方索取完整证书链与根证书。',
  },
}

export const KEY_DESTROYED: ErrorTexts = {
  summary: { en: 'The key was destroyed.', zh: '密钥已销毁。' },
  advice: { en: 'Create the key again.', zh: '请重新创建密钥。' },
}

export const USER_ID_INVALID: ErrorTexts = {
  summary: { en: 'The user id of an SM2 signature is not valid.', zh: 'SM2 签名的用户标识无效。' },
  advice: { en: 'Give text or bytes of at most 8191 bytes.', zh: '请提供不超过 8191 字节的文本或字节。' },
}

export const DECRYPTION_FAILED: ErrorTexts = {
  summary: { en: 'The ciphertext does not belong to this key or was changed.', zh: '密文与密钥不匹配或已被改动。' },
  advice: {
    en: 'Check key, format and order of the parts; explainCiphertext tries them.',
    zh: '请核对密钥、格式与各段顺序，可用 explainCiphertext 逐一排查。',
  },
}

export const KEY_EXCHANGE_FAILED: ErrorTexts = {
  summary: { en: 'The key exchange failed.', zh: '密钥交换失败。' },
  advice: {
    en: 'Begin again with a new exchange; never go on with this one.',
    zh: '请重新发起交换，不得继续使用本次交换。',
  },
}

export const RANDOM_FAILED: ErrorTexts = {
  summary: { en: 'The random source does not work.', zh: '随机数源工作异常。' },
  advice: {
    en: 'Use globalThis.crypto.getRandomValues; do not go on without it.',
    zh: '请使用系统随机数源，否则不得继续。',
  },
}

export const PROVIDER_UNAVAILABLE: ErrorTexts = {
  summary: { en: 'The provider cannot do this here.', zh: '所选算法实现在此环境不可用。' },
  advice: { en: 'Look at providerReport(), or take the provider auto.', zh: '请查看 providerReport()，或改用 auto。' },
}
