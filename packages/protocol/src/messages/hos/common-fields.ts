import type { IdType } from '../../codes/certificate.ts'
import { code, requiredCode, text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'

/** 应用渠道编号, in every message of generation A. */
export const appId = text('应用渠道编号', 64, ownLength)

/** The system that asks, in the extData of every message of generation A. */
export const systemNo = text('系统编号', 64, ownLength)

/** 经办人 in an extData. */
export const opter = text('经办人', 50, { ...ownLength, sensitive: 'name' })

export const insuCode = text('参保地', 6)

/** The patient, where generation A does not say that it must be named. */
export const hosPersonFields = {
  idNo: text('证件号码', 64, { ...ownLength, sensitive: 'number' }),
  userName: text('姓名', 64, { ...ownLength, sensitive: 'name' }),
  idType: code<IdType>('证件类别', 64, { ...ownLength, table: 'idType' }),
} as const

/** The patient of a revoke. */
export const hosRequiredPersonFields = {
  idNo: text('证件号码', 64, { ...ownLength, required: true, sensitive: 'number' }),
  userName: text('姓名', 64, { ...ownLength, required: true, sensitive: 'name' }),
  idType: requiredCode<IdType>('证件类别', 64, { ...ownLength, table: 'idType' }),
} as const
