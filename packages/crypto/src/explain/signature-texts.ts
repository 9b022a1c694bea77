import type { BilingualText } from '../errors/error-texts.ts'
import { ECDSA, type SignedValue } from './signed-values.ts'

export const NOT_READABLE: BilingualText = {
  en: 'The signature is neither hexadecimal nor Base64: characters are missing or were changed on the way.',
  zh: '签名既不是十六进制也不是 Base64：传输中可能缺失或改动了字符。',
}
export const BLANK_FOR_PLUS: BilingualText = {
  en: 'The signature is no Base64: blanks stand in it where + stood. The likely cause is form encoding: a program took the text for application/x-www-form-urlencoded. Send JSON, or write + as %2B.',
  zh: '签名不是 Base64：原为 + 的位置变成了空格。可能原因是表单编码：程序把文本当作 application/x-www-form-urlencoded 解码。请改用 JSON 传输，或将 + 写作 %2B。',
}
export const NO_FORM: BilingualText = {
  en: 'The bytes are neither r ‖ s (64 bytes) nor ASN.1: the signature is cut, or it is something else.',
  zh: '字节既不是 64 字节的 r ‖ s，也不是 ASN.1：签名被截断，或并非签名。',
}
export const TOO_SHORT: BilingualText = {
  en: 'The bytes are fewer than r ‖ s (64 bytes): the signature is cut, or it lost leading zeros of r or s; that was tried with every text as tried, and none fits.',
  zh: '字节少于 64 字节的 r ‖ s：签名被截断，或 r、s 丢失了前导零；已按后者对各文本逐一尝试，均不符。',
}
export const OUT_OF_RANGE: BilingualText = {
  en: 'r or s is zero or not below n: no SM2 signature has such numbers.',
  zh: 'r 或 s 为零，或不小于 n：不可能是 SM2 签名。',
}
export const IN_RANGE: BilingualText = { en: 'r and s are in range', zh: 'r、s 取值合法' }
export const OTHER_DIGEST: BilingualText = {
  en: 'Under this public key the signature is neither SM2 nor ECDSA over this digest: it belongs to another digest, another key or another algorithm.',
  zh: '以该公钥验证，此签名既不是对该杂凑值的 SM2 签名，也不是 ECDSA 签名：杂凑值、公钥或算法不一致。',
}

/** Under which algorithm and key the digest of the partner fits. */
export function sameDigest(signed: SignedValue): BilingualText {
  const whom = ofWhom(signed)
  if (whom.length === 0) {
    return {
      en: 'the key and the signature fit the digest of the partner: only the message differs',
      zh: '公钥、签名与对方的杂凑值一致，差异只在消息',
    }
  }
  return {
    en: `the signature fits the digest of the partner: ${whom.map(({ en }) => en).join(', ')}`,
    zh: `签名与对方的杂凑值一致：${whom.map(({ zh }) => zh).join('，')}`,
  }
}

/** What is not as `verify` takes it: the algorithm, and the key. */
export function ofWhom({ algorithm, signer }: SignedValue): BilingualText[] {
  const another = {
    en: `a signature of other key ${Number(signer) + 1}`,
    zh: `由第 ${Number(signer) + 1} 个其他公钥对应的私钥签名`,
  }
  return [...(algorithm === 'ecdsa' ? [ECDSA] : []), ...(signer === undefined ? [] : [another])]
}

/** How much was tried. */
export interface Tried {
  readonly tried: number
  readonly digests: number
  readonly otherKeys: number
  readonly ecdsaCut: boolean
  readonly digitsLost: boolean
  readonly hasJson: boolean
}

/** Says what was tried and what was not: whether key and text are the right ones cannot be known from a failure. */
export function noMessage({ tried, digests, otherKeys, ecdsaCut, digitsLost, hasJson }: Tried): BilingualText {
  const numbers = digitsLost
    ? {
        en: ' The data came as an object, whose numbers may have lost digits: give the JSON text itself.',
        zh: '数据以对象形式给出，其中数字可能已丢失位数：请给出 JSON 原文。',
      }
    : { en: '', zh: '' }
  const cut = ecdsaCut ? { en: 'ECDSA over all of them, ', zh: '对全部文本的 ECDSA、' } : { en: '', zh: '' }
  const json = hasJson
    ? { en: 'JSON written in yet another way', zh: '其他 JSON 写法' }
    : { en: 'JSON written in another way (give it as { json })', zh: '其他 JSON 写法（请以 { json } 形式给出）' }
  return {
    en: `None of the ${tried} texts as tried fits, each with ${digests} ways of hashing, under ${1 + otherKeys} public ${otherKeys === 0 ? 'key' : 'keys'}, as SM2 and as ECDSA on the same curve.${numbers.en} Not tried: ${cut.en}another text, other public keys (give them in otherKeys), user ids that were not given, MD5, SHA-1 and SHA-512, character sets other than UTF-8 and GBK, ${json.en}.`,
    zh: `已尝试 ${tried} 种文本、${digests} 种杂凑方式、${1 + otherKeys} 个公钥，以及 SM2 与同一曲线上的 ECDSA，均不符。${numbers.zh}未尝试：${cut.zh}其他文本、其他公钥（可用 otherKeys 给出）、未给出的用户标识、MD5、SHA-1 与 SHA-512、UTF-8 与 GBK 以外的编码、${json.zh}。`,
  }
}
