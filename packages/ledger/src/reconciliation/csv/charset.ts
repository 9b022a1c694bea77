import { decodeUtf8 } from '@nationec/errors'
import { decodeGb18030 } from '@nationec/protocol/gb18030'
import type { FaultRule } from '../table/faults.ts'

export type CsvCharset = 'utf-8' | 'gb18030'

/** A text that the bytes may be. */
export interface Reading {
  readonly charset: CsvCharset
  readonly text: string
}

/** 64 MiB: about 400,000 rows, more than any institution has in a day. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * The texts that some bytes may be: one, or two when both charsets fit.
 *
 * @param told the charset, where it is known; a byte order mark of another one is refused then too
 */
export function readingsOf(bytes: Uint8Array, told: CsvCharset | undefined): readonly Reading[] | FaultRule {
  if (bytes.length > MOST_BYTES) return 'too-large'
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'workbook'
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-workbook'
  if (begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff])) return 'utf16'
  const marked = begins(bytes, [0xef, 0xbb, 0xbf])
  const candidates: readonly CsvCharset[] = told !== undefined ? [told] : marked ? ['utf-8'] : ['utf-8', 'gb18030']
  const readings = candidates.flatMap((charset) => {
    const text = charset === 'utf-8' ? decodeUtf8(bytes) : decodeGb18030(bytes)
    // A byte of zero is in no text: it is UTF-16 without its mark, or no text at all.
    return text === undefined || text.includes('\0') ? [] : [{ charset, text: text.replace(/^\uFEFF/, '') }]
  })
  if (readings.length === 0) return 'charset'
  return readings[1]?.text === readings[0]?.text ? readings.slice(0, 1) : readings
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
