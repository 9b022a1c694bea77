import type { DiagType } from '../../codes/clinical.ts'
import type { YesNo } from '../../codes/flags.ts'
import { integer, requiredCode, text, time } from '../../description/field.ts'
import { derived, derivedRequired } from '../../description/field-facts.ts'

/** One item of `diseinfoList` in 6201; names from one caller, lengths and flags as in core 2203A. */
export const diagnosis = {
  diagType: requiredCode<DiagType>('诊断类别', 3, { ...derived, table: 'diagType' }),
  diagSrtNo: integer('诊断排序号', 2, derivedRequired),
  diagCode: text('诊断代码', 20, { ...derivedRequired, sensitive: 'health' }),
  diagName: text('诊断名称', 100, { ...derivedRequired, sensitive: 'health' }),
  diagDept: text('诊断科室', 50, derivedRequired),
  diseDorNo: text('诊断医生编码', 30, { ...derivedRequired, sensitive: 'number' }),
  diseDorName: text('诊断医生姓名', 50, { ...derivedRequired, sensitive: 'name' }),
  diagTime: time('诊断时间', 'yyyy-MM-dd HH:mm:ss', derivedRequired),
  valiFlag: requiredCode<YesNo>('有效标志', 3, { ...derived, table: 'yesNo' }),
} as const
