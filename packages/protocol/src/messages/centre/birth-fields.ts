import type { BirctrlType, MatnType } from '../../codes/clinical.ts'
import type { YesNo } from '../../codes/flags.ts'
import { code, integer, text, time } from '../../description/field.ts'
import { derived, ownForm, ownLength } from '../../description/field-facts.ts'

/** The 生育 group of an upload. */
export const birthFields = {
  gesoVal: integer('孕周数', 3, { ...ownForm, sensitive: 'health' }),
  fetts: integer('胎次', 3, { ...ownForm, sensitive: 'health' }),
  fetusCnt: integer('胎儿数', 3, { ...ownForm, sensitive: 'health' }),
  matnType: code<MatnType>('生育类别', 6, { ...derived, sensitive: 'health', table: 'matnType' }),
  fpscNo: text('计划生育服务证号', 50, { ...ownLength, sensitive: 'number' }),
  latechbFlag: code<YesNo>('晚育标志', 3, { ...ownLength, sensitive: 'health', table: 'yesNo' }),
  pretFlag: code<YesNo>('早产标志', 3, { ...ownLength, sensitive: 'health', table: 'yesNo' }),
  birctrlType: code<BirctrlType>('计划生育手术类别', 6, { ...derived, sensitive: 'health', table: 'birctrlType' }),
  birctrlMatnDate: time('计划生育手术或生育日期', 'yyyy-MM-dd', { ...ownForm, sensitive: 'health' }),
} as const
