import type { DiagType } from '../../codes/clinical.ts'
import type { YesNo } from '../../codes/flags.ts'
import { code, integer, text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'

/** One item of `diseList` in `hos.upload.fee`. */
export const hosDiagnosis = {
  diseDetlType: code<DiagType>('诊断类别', 3, { ...ownLength, table: 'diagType' }),
  diseDetlSrtNo: integer('诊断排序号', 2, ownLength),
  diseDetlCodg: text('诊断代码', 30, { ...ownLength, sensitive: 'health' }),
  diseDetlName: text('诊断名称', 500, { ...ownLength, sensitive: 'health' }),
  maindiagFlag: code<YesNo>('主诊断标志', 3, { ...ownLength, table: 'yesNo' }),
} as const
