import { gb18030Length } from '@nationec/protocol/gb18030'
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
  return {
    encode: (text) => encodable(encodeText(text, charset)),
    measure: charset === 'utf-8' ? undefined : (text) => encodable(gb18030Length(text)),
  }
}

function encodable<Value>(value: Value | undefined): Value {
  if (value === undefined) throw dllError('TEXT_NOT_ENCODABLE')
  return value
}
