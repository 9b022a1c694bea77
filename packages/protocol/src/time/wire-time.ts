import { ProtocolError } from '../errors/protocol-error.ts'
import { TIME_INVALID } from '../errors/value-entries.ts'

/** The written forms of a time in the documents; all of them are Asia/Shanghai. */
export type TimeForm = 'yyyyMMddHHmmss' | 'yyyyMMdd' | 'HHmmss' | 'yyyy-MM-dd HH:mm:ss' | 'yyyy-MM-dd'

/**
 * China standard time is UTC+8 all year round (no daylight saving since 1991), so a fixed offset is exact for every
 * settlement, and no time-zone database is needed: hospital machines often lack one.
 */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000

/** Each written form as a pattern; a `#` stands for a digit. */
const PATTERNS: Readonly<Record<TimeForm, string>> = {
  yyyyMMddHHmmss: '##############',
  yyyyMMdd: '########',
  HHmmss: '######',
  'yyyy-MM-dd HH:mm:ss': '####-##-## ##:##:##',
  'yyyy-MM-dd': '####-##-##',
}

/**
 * Writes a moment in a documents' form, in Asia/Shanghai, also when the host is in another zone.
 *
 * @param moment a `Date` or milliseconds since 1970
 * @param form default `yyyyMMddHHmmss` (clause 2.2.1)
 * @throws `TIME_INVALID` for an invalid date or a year outside 0–9999
 *
 * @example
 * ```ts
 * import { formatWireTime } from '@nationec/protocol'
 *
 * console.log(formatWireTime(Date.UTC(2026, 10, 23, 16, 0, 1))) // 20261124000001
 * ```
 */
export function formatWireTime(moment: Date | number, form: TimeForm = 'yyyyMMddHHmmss'): string {
  const shifted = new Date(Number(moment) + CHINA_OFFSET_MS)
  const year = shifted.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw new ProtocolError('TIME_INVALID', TIME_INVALID)
  const iso = `${String(year).padStart(4, '0')}${shifted.toISOString().slice(-20, -5)}`
  switch (form) {
    case 'yyyyMMddHHmmss':
      return iso.replace(/\D/g, '')
    case 'yyyyMMdd':
      return iso.slice(0, 10).replace(/\D/g, '')
    case 'HHmmss':
      return iso.slice(11).replace(/\D/g, '')
    case 'yyyy-MM-dd HH:mm:ss':
      return iso.replace('T', ' ')
    case 'yyyy-MM-dd':
      return iso.slice(0, 10)
  }
}

/**
 * Reads a wire time as milliseconds since 1970; a form without a day counts from 1970-01-01 in Shanghai.
 *
 * @throws `TIME_INVALID` unless the text is a real moment in that form (no 30 February, no 24:00:00)
 */
export function parseWireTime(text: string, form: TimeForm = 'yyyyMMddHHmmss'): number {
  const moment = readWireTime(text, form)
  if (moment === undefined) throw new ProtocolError('TIME_INVALID', TIME_INVALID)
  return moment
}

/** Tells whether a text is a real moment in that form. */
export function isWireTime(text: string, form: TimeForm = 'yyyyMMddHHmmss'): boolean {
  return readWireTime(text, form) !== undefined
}

function readWireTime(text: string, form: TimeForm): number | undefined {
  const digits = readDigits(text, PATTERNS[form])
  if (digits === undefined) return undefined
  const hasDay = digits.length !== 6
  const [year, month, day] = hasDay ? [number(digits, 0, 4), number(digits, 4, 2), number(digits, 6, 2)] : [1970, 1, 1]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  const clock = hasDay ? 8 : 0
  const [hour, minute, second] = [number(digits, clock, 2), number(digits, clock + 2, 2), number(digits, clock + 4, 2)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const utc = new Date(0)
  utc.setUTCFullYear(year, month - 1, day) // Date.UTC would read the years 0–99 as 1900–1999
  utc.setUTCHours(hour, minute, second)
  return utc.getTime() - CHINA_OFFSET_MS
}

/** The digits of a text that follows the pattern. Every fee line has a time: this is read without a regular expression. */
function readDigits(text: string, pattern: string): readonly number[] | undefined {
  if (text.length !== pattern.length) return undefined
  const digits: number[] = []
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] === '#') {
      const digit = text.charCodeAt(index) - 0x30
      if (digit < 0 || digit > 9) return undefined
      digits.push(digit)
    } else if (text[index] !== pattern[index]) return undefined
  }
  return digits
}

/** Absent digits (a day without a time of day) count as zero. */
function number(digits: readonly number[], start: number, length: number): number {
  let value = 0
  for (let index = start; index < start + length; index += 1) value = value * 10 + (digits[index] ?? 0)
  return value
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
