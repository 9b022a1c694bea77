import { rewriteJson } from './rewrite-json.ts'

/**
 * Decides what a tape shows of a value.
 *
 * @param value a string or the digits of a number; for a text that is not JSON, the whole text
 * @param path the keys from the outside in, without places in lists; empty for a text that is not JSON
 * @returns what to write instead; the value itself to keep it
 */
export type Mask = (value: string, path: readonly string[]) => string

/** What stands on a tape in place of a masked value. */
const MASKED = '***'

/**
 * Keys that name a person, stand for one, or let somebody pay in a person's place; `message` is free text.
 * Spelt without case and underscores, because the core interfaces write `psn_no` where the centre writes `psnNo`.
 */
const personalKeys = new Set(
  [
    // Who it is.
    'userName psnName psnNo psnNum psnType idNo certno cardSn birthday brdy age gender gend naty nationality email',
    'mobile phone tel photo addr address empName cvlservFlag latLnt uldLatLnt spbillCreateIp fpscNo dbId signCntrNo',
    'medicalCardId medicalCardInstId mdtrtCertNo mdtrtId iptOtpNo iptOpNo rgstSn hiRgstSn docno message',
    // What lets somebody act in a person's place.
    'authKey authNo bindAuthCode ecCode ecIndexNo ecQrCode ecToken ocToken payAuthNo payToken revsToken obid backUrl',
    // Staff are persons, too.
    'operatorName opter doctorName docName drName drCertNo atddrNo bilgDrCodg bilgDrName ordersDrCode ordersDrName',
    'diseDorNo diseDorName',
  ].flatMap((keys) => keys.split(' ').map(plainKey)),
)

/** Masks persons and tokens, and every text that is not JSON because nobody knows what it holds. */
export const maskPersonal: Mask = (value, path) =>
  path.length === 0 || path.some((key) => personalKeys.has(plainKey(key))) ? MASKED : value

/**
 * Applies a mask to a text, inside JSON strings that hold JSON too.
 *
 * A mask that throws hides the whole text: a payment that went through must not fail because a recorder did.
 */
export function maskText(text: string, mask: Mask): string {
  try {
    return rewriteJson(text, mask) ?? mask(text, [])
  } catch {
    return MASKED
  }
}

function plainKey(key: string): string {
  return key.replaceAll('_', '').trim().toLowerCase()
}
