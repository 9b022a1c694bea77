import { isWireTime, isYuan, type Yuan, yuan } from '@nationec/protocol'
import type { FaultRule } from './faults.ts'

/** A cell that was read, or the rule that it breaks. */
export type Read<Value> = { readonly value: Value } | { readonly rule: FaultRule }

/** Excel's own shortening: one digit before the point, a sign and two digits or more behind the E. */
const EXPONENT = /^[+-]?\d(?:\.\d+)?E[+-]\d{2,}$/i
/** As the ledger keeps numbers. */
const NUMBER = /^[A-Za-z0-9_.:/#-]{1,64}$/
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/**
 * The text of a cell without what spreadsheets put around it: blanks, `="…"`, and the apostrophe, grave accent or tab
 * before a number that is to stay text.
 */
export function plainCell(cell: string): string {
  const text = cell.trim()
  const formula = /^="((?:[^"]|"")*)"$/.exec(text)
  return (formula?.[1]?.replaceAll('""', '"') ?? text).trim().replace(/^['`]/, '').trim()
}

export function readNumber(text: string): Read<string> {
  if (EXPONENT.test(text)) return { rule: 'exponent' }
  return NUMBER.test(text) ? { value: text } : { rule: 'number' }
}

/** `1,234.50`, `-12.30`, `(12.30)`, `￥12`, `12 元`. */
export function readAmount(text: string): Read<Yuan> {
  if (EXPONENT.test(text)) return { rule: 'exponent' }
  const inside = /^\((.+)\)$/.exec(text)
  const unsigned = (inside?.[1] ?? text).replace(/^(-?)\s*[¥￥]\s*/, '$1').replace(/\s*元$/, '')
  const sign = unsigned.startsWith('-') ? '-' : ''
  const digits = unsigned.slice(sign.length)
  const amount = `${inside === null ? sign : '-'}${GROUPED.test(digits) ? digits.replaceAll(',', '') : digits}`
  if ((inside !== null && sign !== '') || !isYuan(amount)) return { rule: 'amount' }
  return { value: yuan(amount) }
}

const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/
const SEPARATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?)?$/

export function readTime(text: string): Read<string> {
  const parts = DIGITS.exec(text) ?? SEPARATED.exec(text)
  if (parts === null) return { rule: 'time' }
  const [, year = '', month = '', date = '', hour, minute = '', second = '00'] = parts
  const two = (part: string): string => part.padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  if (hour === undefined) return isWireTime(day, 'yyyy-MM-dd') ? { value: day } : { rule: 'time' }
  const time = `${day} ${two(hour)}:${minute}:${second}`
  return isWireTime(time, 'yyyy-MM-dd HH:mm:ss') ? { value: time } : { rule: 'time' }
}
