import type { BilingualText } from '@nationec/errors'
import { protocolError } from '../errors/catalogue.ts'
import { type BusinessRow, businessCategories, businessRows } from './business-type-rows.ts'
import { type CodeEntry, tableOf } from './code-table.ts'

/** A business type as one five-digit code. */
export interface BusinessTypeEntry extends CodeEntry {
  /** First level, two digits. */
  readonly category: string
  /** Second level, three digits. */
  readonly kind: string
  /** The first level's name; absent for 04, which table C.1 does not have. */
  readonly categoryName?: BilingualText
  readonly description?: BilingualText
}

const categoryNames = new Map(businessCategories.map(({ code, zh, en }) => [code, { zh, en }]))

const rows: readonly BusinessRow[] = businessRows
const entries = rows.map(({ category, kind, ...row }): BusinessTypeEntry => {
  const categoryName = categoryNames.get(category)
  return { code: category + kind, category, kind, ...(categoryName && { categoryName }), ...row }
})

/** 电子凭证用码业务类型, table C.1 with both levels joined: `01101` is registration in a hospital. */
export const businessType = tableOf('businessType', '电子凭证用码业务类型', 'What the credential is used for', entries)

/** The two levels of a business type. Names are there only when table C.1, or one public source, has them. */
export interface ParsedBusinessType {
  readonly code: string
  readonly category: string
  readonly kind: string
  readonly known: boolean
  readonly categoryName?: BilingualText
  readonly name?: BilingualText
  readonly description?: BilingualText
}

/**
 * Joins the first level (`01`) and the second level (`101`) to a business type (`01101`).
 *
 * Open: levels that table C.1 does not list are joined too. Throws `BUSINESS_TYPE_INVALID` unless the levels are two and
 * three digits. Table C.1.
 *
 * @example
 * ```ts
 * import { composeBusinessType } from '@nationec/protocol'
 *
 * console.log(composeBusinessType('01', '101')) // 01101
 * ```
 */
export function composeBusinessType(category: string, kind: string): string {
  if (!/^\d{2}$/.test(category) || !/^\d{3}$/.test(kind)) throw protocolError('BUSINESS_TYPE_INVALID')
  return category + kind
}

/**
 * Takes a business type apart and names its levels.
 *
 * A code that no list holds is parsed with `known: false`, and with its first level's name if that is listed. Throws
 * `BUSINESS_TYPE_INVALID` unless it is five digits. Table C.1.
 *
 * @example
 * ```ts
 * import { parseBusinessType } from '@nationec/protocol'
 *
 * console.log(parseBusinessType('01101').name?.zh) // 挂号
 * ```
 */
export function parseBusinessType(code: string): ParsedBusinessType {
  if (!/^\d{5}$/.test(code)) throw protocolError('BUSINESS_TYPE_INVALID')
  const category = code.slice(0, 2)
  const kind = code.slice(2)
  const categoryName = categoryNames.get(category)
  const entry = businessType.get(code)
  return {
    code,
    category,
    kind,
    known: entry !== undefined,
    ...(categoryName && { categoryName }),
    ...(entry && { name: { zh: entry.zh, en: entry.en } }),
    ...(entry?.description && { description: entry.description }),
  }
}
