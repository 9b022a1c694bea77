import { codeTables, type Field, isYuan } from '@nationec/protocol'
import { fieldsNamed } from './fields-by-name.ts'

const MASK = '***'

/** Numbers of orders say which order, and nothing of a person: those of the centre, and serial numbers (clause 2.2.3). */
const ORDER_NUMBERS = new Set(['payOrdId', 'medOrgOrd', 'appRefdSn', 'refdSn', 'outBizNo', 'orgBizSer'])
const ORDER_NUMBER = /^ORD[A-Z0-9]{16,40}$|^20\d{12}[0-9A-Z]{3,30}[HP]\d{11}$/

/** Header and result words of which nothing else can be said. */
const PLAIN: ReadonlyMap<string, RegExp> = new Map([
  ['orgId', /^[HP]\d{11}$/],
  ['orgCodg', /^[HP]\d{11}$/],
  ['transType', /^[a-z]{1,8}(?:\.[a-z]{1,8}){0,4}$|^\d{4}$/],
  ['code', /^-?\d{1,9}$/],
  ['success', /^(?:true|false)$/],
])

/**
 * Decides what a recording shows: chosen, not hidden, so that a field nobody knows is hidden too.
 *
 * A value is shown if its field holds codes and it is one of the table, or amounts, numbers or times and it is one, or
 * the number of an order and it has the form of one. Names, numbers of persons, tokens, health and free text never are.
 */
export function showKnown(value: string, path: readonly string[]): string {
  const name = path.at(-1)
  return name !== undefined && mayShow(name, value) ? value : MASK
}

function mayShow(name: string, value: string): boolean {
  if (ORDER_NUMBERS.has(name)) return ORDER_NUMBER.test(value)
  const plain = PLAIN.get(name)
  if (plain !== undefined) return plain.test(value)
  const known = fieldsNamed(name)
  return known.length > 0 && known.every((field) => field.sensitive === undefined && fits(field, value))
}

function fits({ kind, table }: Field, value: string): boolean {
  if (kind === 'money') return isYuan(value) || /^-?\d{1,16}(?:\.\d{1,2})?$/.test(value)
  if (kind === 'decimal' || kind === 'integer') return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(value)
  if (kind === 'time') return /^\d{8}(?:\d{6})?$|^\d{6}$|^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2})?$/.test(value)
  return kind === 'code' && table !== undefined && codeTables.get(table)?.get(value) !== undefined
}
