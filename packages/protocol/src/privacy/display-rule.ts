import { codeTables } from '../codes/registry.ts'
import type { Field, Sensitivity } from '../description/field.ts'
import { isWireTime, type TimeForm } from '../time/wire-time.ts'
import { fieldsNamed } from './fields-by-name.ts'

/** The forms in which a value can be shown. */
export type ShownForm =
  | 'order number'
  | 'institution'
  | 'region'
  | 'transType'
  | 'return code'
  | 'truth value'
  | 'code'
  | 'amount'
  | 'number'
  | 'time'

/** What may be shown of the fields of one name. */
export interface DisplayRule {
  /** A value is shown if it has all of these forms; with none, it is never shown. */
  readonly forms: readonly ShownForm[]
  /** The code tables that must hold a `code`. */
  readonly tables: readonly string[]
  /** Why nothing is shown: what the field tells of a person, or that it is free text, or in no message. */
  readonly hidden?: Sensitivity | 'text' | 'unknown'
}

/** Names whose form follows from no kind of the field table. The first six are numbers of orders. */
const NAMED: ReadonlyMap<string, ShownForm> = new Map([
  ['payOrdId', 'order number'],
  ['medOrgOrd', 'order number'],
  ['appRefdSn', 'order number'],
  ['refdSn', 'order number'],
  ['outBizNo', 'order number'],
  ['orgBizSer', 'order number'],
  ['orgId', 'institution'],
  ['orgCodg', 'institution'],
  ['insuOrg', 'region'],
  ['insuplcAdmdvs', 'region'],
  ['transType', 'transType'],
  ['code', 'return code'],
  ['success', 'truth value'],
])

const TIME_FORMS: readonly TimeForm[] = ['yyyyMMddHHmmss', 'yyyyMMdd', 'HHmmss', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd']

/**
 * At most nine digits before the point: a bill reaches no billion yuan, and a telephone number (11 digits), an identity
 * number (15 or 18) and a bank card (16 to 19) in the wrong field are longer.
 */
const FORMS: Readonly<Record<Exclude<ShownForm, 'code' | 'time'>, RegExp>> = {
  // Those of the centre, and serial numbers (clause 2.2.3).
  'order number': /^ORD[A-Z0-9]{16,40}$|^20\d{12}[0-9A-Z]{3,30}[HP]\d{11}$/,
  institution: /^[HP]\d{11}$/,
  region: /^[1-9]\d{5}$/,
  transType: /^[a-z]{1,8}(?:\.[a-z]{1,8}){0,4}$|^\d{4}$/,
  'return code': /^-?\d{1,9}$/,
  'truth value': /^(?:true|false)$/,
  amount: /^-?\d{1,9}(?:\.\d{1,2})?$/,
  number: /^-?\d{1,9}(?:\.\d{1,6})?$/,
}

const known = new Map<string, DisplayRule>()

/**
 * Gives the rule for the fields of this name, made from the field table: codes of a table, amounts, numbers, times and
 * numbers of orders are shown; persons, tokens, health, free text and fields of no message are not.
 *
 * @example
 * ```ts
 * import { displayRule } from '@nationec/protocol/privacy'
 *
 * console.log(displayRule('insutype').tables) // [ 'insutype' ]
 * console.log(displayRule('idNo').hidden) // number
 * ```
 */
export function displayRule(name: string): DisplayRule {
  const made = known.get(name)
  if (made !== undefined) return made
  const fields = fieldsNamed(name)
  // Names that come from outside are not kept, so that the map cannot grow.
  if (fields.length === 0 && !NAMED.has(name)) return { forms: [], tables: [], hidden: 'unknown' }
  const rule = makeRule(name, fields)
  known.set(name, rule)
  return rule
}

/** Whether a value has every form that its rule wants. */
export function fits({ forms, tables }: DisplayRule, value: string): boolean {
  return forms.length > 0 && forms.every((form) => hasForm(form, tables, value))
}

function hasForm(form: ShownForm, tables: readonly string[], value: string): boolean {
  if (form === 'code') return tables.every((table) => codeTables.get(table)?.get(value) !== undefined)
  if (form === 'time') return TIME_FORMS.some((written) => isWireTime(value, written))
  return FORMS[form].test(value)
}

function makeRule(name: string, fields: readonly Field[]): DisplayRule {
  const hidden = fields.find(({ sensitive }) => sensitive !== undefined)?.sensitive
  if (hidden !== undefined) return { forms: [], tables: [], hidden }
  const own = NAMED.get(name)
  if (own !== undefined) return { forms: [own], tables: [] }
  const forms = fields.map(formOf)
  if (forms.includes(undefined)) return { forms: [], tables: [], hidden: 'text' }
  const tables = fields.flatMap(({ kind, table }) => (kind === 'code' && table !== undefined ? [table] : []))
  return { forms: [...new Set(forms.filter((form) => form !== undefined))], tables: [...new Set(tables)] }
}

function formOf({ kind, table }: Field): ShownForm | undefined {
  switch (kind) {
    case 'money':
      return 'amount'
    case 'decimal':
    case 'integer':
      return 'number'
    case 'time':
      return 'time'
    case 'code':
      return table === undefined ? undefined : 'code'
    default:
      return undefined
  }
}
