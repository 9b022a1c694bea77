/** One text in both languages of the project. */
export interface BilingualText {
  readonly en: string
  readonly zh: string
}

/**
 * What is known of an error code before it happens. The same shape as the catalogues of the other packages, so that the
 * codes of this one stand on the same page; every failure here happens before anything leaves the program.
 */
export interface CryptoErrorEntry {
  readonly layer: 'client'
  readonly delivery: 'not-sent'
  readonly summary: BilingualText
  readonly advice: BilingualText
}

const entry = (summary: BilingualText, advice: BilingualText): CryptoErrorEntry => ({
  layer: 'client',
  delivery: 'not-sent',
  summary,
  advice,
})

/** Every code of this package, with its texts. */
export const cryptoErrors = {
  CRYPTO_BYTES_EXPECTED: entry(
    { en: 'An argument is not a Uint8Array.', zh: '参数不是 Uint8Array。' },
    { en: 'Convert text first; nothing is converted by guessing.', zh: '请先自行转换文本，本库不做猜测转换。' },
  ),
  CRYPTO_ENCODING_INVALID: entry(
    { en: 'A text is not in the encoding that was named.', zh: '文本不符合所声明的编码。' },
    { en: 'Check the characters and the length of the text.', zh: '请检查文本的字符与长度。' },
  ),
  CRYPTO_OPTION_INVALID: entry(
    { en: 'An option is missing or unknown.', zh: '选项缺失或未知。' },
    { en: 'Name every mode, format and padding; there is no silent default.', zh: '请明确写出模式、格式与填充方式。' },
  ),
  CRYPTO_LENGTH_INVALID: entry(
    { en: 'An argument has a wrong length.', zh: '参数长度错误。' },
    { en: 'Give exactly the length that is named.', zh: '请按要求的长度提供参数。' },
  ),
  CRYPTO_KEY_INVALID: entry(
    { en: 'A key is not valid.', zh: '密钥无效。' },
    { en: 'Check where the key comes from and which form it has.', zh: '请核对密钥的来源与格式。' },
  ),
  CRYPTO_KEY_DESTROYED: entry(
    { en: 'The key was destroyed.', zh: '密钥已销毁。' },
    { en: 'Create the key again.', zh: '请重新创建密钥。' },
  ),
  CRYPTO_USER_ID_INVALID: entry(
    { en: 'The user id of an SM2 signature is not valid.', zh: 'SM2 签名的用户标识无效。' },
    { en: 'Give text or bytes of at most 8191 bytes.', zh: '请提供不超过 8191 字节的文本或字节。' },
  ),
  CRYPTO_DECRYPTION_FAILED: entry(
    { en: 'The ciphertext does not belong to this key or was changed.', zh: '密文与密钥不匹配或已被改动。' },
    {
      en: 'Check key, format and order of the parts; explainCiphertext tries them.',
      zh: '请核对密钥、格式与各段顺序，可用 explainCiphertext 逐一排查。',
    },
  ),
  CRYPTO_KEY_EXCHANGE_FAILED: entry(
    { en: 'The key exchange failed.', zh: '密钥交换失败。' },
    { en: 'Begin again with a new exchange; never go on with this one.', zh: '请重新发起交换，不得继续使用本次交换。' },
  ),
  CRYPTO_RANDOM_FAILED: entry(
    { en: 'The random source does not work.', zh: '随机数源工作异常。' },
    { en: 'Use globalThis.crypto.getRandomValues; do not go on without it.', zh: '请使用系统随机数源，否则不得继续。' },
  ),
  CRYPTO_PROVIDER_UNAVAILABLE: entry(
    { en: 'The provider cannot do this here.', zh: '所选算法实现在此环境不可用。' },
    { en: 'Look at providerReport(), or take the provider auto.', zh: '请查看 providerReport()，或改用 auto。' },
  ),
} as const satisfies Readonly<Record<string, CryptoErrorEntry>>

/** The codes of {@link cryptoErrors}. */
export type CryptoErrorCode = keyof typeof cryptoErrors
