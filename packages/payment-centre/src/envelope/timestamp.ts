import { formatWireTime, isWireTime, parseWireTime } from '@nationec/protocol'
import type { TimestampForm } from '../profile/centre-profile.ts'

/** Writes a moment (milliseconds since 1970) as an envelope's `timestamp`. */
export function writeTimestamp(moment: number, form: TimestampForm): string {
  switch (form) {
    case 'epoch-milliseconds':
      return String(Math.floor(moment))
    case 'epoch-seconds':
      return String(Math.floor(moment / 1000))
    case 'yyyyMMddHHmmss':
      return formatWireTime(moment)
  }
}

/**
 * Reads an envelope's `timestamp` in any of its forms: the number of digits tells them apart.
 *
 * @returns milliseconds since 1970, or `undefined` when it is none of the three
 */
export function readTimestamp(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text)
  if (/^\d{10}$/.test(text)) return Number(text) * 1000
  return isWireTime(text) ? parseWireTime(text) : undefined
}
