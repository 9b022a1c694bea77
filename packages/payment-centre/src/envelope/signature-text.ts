import type { BilingualText } from '@nationec/errors'

/** 64 bytes r ‖ s in Base64. */
const PLAIN = /^[A-Za-z0-9+/]{86}==$/
const UNPADDED = /^[A-Za-z0-9+/]{86}$/
/** DER of two numbers is 68 to 72 bytes long for all but a few signatures in 2^24, and begins with 30 42 02 to 30 46 02. */
const DER_BASE64 = /^ME[IMQUY]C[A-Za-z0-9+/]{86,92}={0,2}$/
const DER_HEX = /^304[2-6]02[0-9a-f]{130,138}$/i

/**
 * Says what a `signData` is that is no Base64 of r ‖ s; `undefined` for one that may be a signature.
 *
 * Every one of these is refused: a text that two programs read in two ways proves nothing. What it is helps to find the
 * program that wrote it.
 */
export function signatureTextFault(text: string): BilingualText | undefined {
  if (PLAIN.test(text)) return undefined
  const compact = text.replace(/\s+/g, '')
  // 64 bytes of which some + became blanks; a blank has no other place in them.
  if (/ /.test(text) && PLAIN.test(text.replaceAll(' ', '+'))) return FAULTS.blankForPlus
  if (compact !== text && PLAIN.test(compact)) {
    return /^[^\s]{76}\r?\n[^\s]{12}\s*$/.test(text) ? FAULTS.mime : FAULTS.blanks
  }
  if (/%(?:2B|2F|3D)/i.test(compact) && PLAIN.test(percentDecoded(compact))) return FAULTS.percent
  if (/^"/.test(compact) && PLAIN.test(compact.replaceAll('"', ''))) return FAULTS.quoted
  if (/[-_]/.test(compact) && UNPADDED.test(standard(compact))) return FAULTS.urlSafe
  if (UNPADDED.test(compact)) return FAULTS.unpadded
  if (/^[0-9a-f]{128}$/i.test(compact)) return FAULTS.hex
  if (DER_HEX.test(compact)) return FAULTS.derHex
  if (DER_BASE64.test(compact)) return FAULTS.der
  return {
    en: `signData is no Base64 of 64 bytes (88 characters): it has ${text.length} characters.`,
    zh: `signData 不是 64 字节的 Base64（88 个字符）：实际 ${text.length} 个字符。`,
  }
}

const FAULTS = {
  blankForPlus: {
    en: 'signData is no Base64: blanks stand where + stood, most likely because a program in between decoded it as form data (application/x-www-form-urlencoded).',
    zh: 'signData 不是 Base64：原为 + 的位置是空格，很可能是中间程序按表单数据（application/x-www-form-urlencoded）解码所致。',
  },
  mime: {
    en: 'signData has a line break after 76 characters: it was written by a MIME encoder (Base64.getMimeEncoder, sun.misc.BASE64Encoder); use one without line breaks.',
    zh: 'signData 在第 76 个字符后换行：由 MIME 编码器写出（Base64.getMimeEncoder、sun.misc.BASE64Encoder）；请改用不换行的编码器。',
  },
  blanks: { en: 'signData has blanks or line breaks in it.', zh: 'signData 中含有空格或换行。' },
  percent: {
    en: 'signData is URL-encoded: %2B, %2F and %3D stand where +, / and = must.',
    zh: 'signData 被 URL 编码：+、/、= 写成了 %2B、%2F、%3D。',
  },
  quoted: { en: 'signData has quotation marks around it.', zh: 'signData 两端带有引号。' },
  urlSafe: {
    en: 'signData is URL-safe Base64: - and _ stand where + and / must (Base64.getUrlEncoder).',
    zh: 'signData 是 URL 安全的 Base64：+ 和 / 写成了 - 和 _（Base64.getUrlEncoder）。',
  },
  unpadded: { en: 'signData lacks the == at its end.', zh: 'signData 末尾缺少 ==。' },
  hex: {
    en: 'signData is hexadecimal; Base64 of the same 64 bytes is needed.',
    zh: 'signData 是十六进制；须为这 64 字节的 Base64。',
  },
  der: {
    en: 'signData is DER (ASN.1) in Base64; r ‖ s of 64 bytes is needed.',
    zh: 'signData 是 DER（ASN.1）编码的 Base64；须为 r ‖ s 共 64 字节。',
  },
  derHex: {
    en: 'signData is DER (ASN.1) in hexadecimal; Base64 of r ‖ s, 64 bytes, is needed.',
    zh: 'signData 是十六进制的 DER（ASN.1）；须为 r ‖ s 共 64 字节的 Base64。',
  },
} as const satisfies Readonly<Record<string, BilingualText>>

function standard(text: string): string {
  return text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/')
}

function percentDecoded(text: string): string {
  return text.replace(/%(2B|2F|3D)/gi, (code) => decodeURIComponent(code))
}
