import type { IdType } from '../../codes/certificate.ts'
import { code, requiredCode, text } from '../../description/field.ts'
import { derived, derivedRequired } from '../../description/field-facts.ts'

/** The patient, as uploads and revokes name them. */
export const personFields = {
  idNo: text('证件号码', 50, { ...derivedRequired, sensitive: 'number' }),
  userName: text('姓名', 50, { ...derivedRequired, sensitive: 'name' }),
  idType: requiredCode<IdType>('证件类别', 6, { ...derived, table: 'idType' }),
} as const

/** The patient where a message can do without. */
export const optionalPersonFields = {
  idNo: text('证件号码', 50, { ...derived, sensitive: 'number' }),
  userName: text('姓名', 50, { ...derived, sensitive: 'name' }),
  idType: code<IdType>('证件类别', 6, { ...derived, table: 'idType' }),
} as const
