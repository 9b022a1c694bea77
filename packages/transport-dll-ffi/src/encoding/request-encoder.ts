import { dllError } from '../catalogue/dll-error.ts'
import { type Charset, encodeText } from './charset.ts'

/** Turns the texts of requests into bytes. */
export interface RequestEncoder {
  /** Throws `TEXT_NOT_ENCODABLE`. */
  encode(text: string): Uint8Array
  /** What the limits are counted by; `undefined` for UTF-8, which every transport counts by itself. */
  readonly measure: ((text: string) => number) | undefined
}

export function createRequestEncoder(charset: Charset): RequestEncoder {
  const encode = (text: string): Uint8Array => {
    const bytes = encodeText(text, charset)
    if (bytes === undefined) throw dllError('TEXT_NOT_ENCODABLE')
    return bytes
  }
  return { encode, measure: charset === 'utf-8' ? undefined : (text) => encode(text).length }
}
