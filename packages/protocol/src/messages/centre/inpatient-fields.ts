import type { YesNo } from '../../codes/flags.ts'
import { code, text, time } from '../../description/field.ts'
import { ownForm, ownLength } from '../../description/field-facts.ts'

/** The 入院 group of an upload. */
export const admissionFields = {
  midSetlFlag: code<YesNo>('中途结算标志', 3, { ...ownLength, table: 'yesNo' }),
  admDiagDscr: text('入院诊断描述', 1000, { ...ownLength, sensitive: 'health' }),
  admDeptCodg: text('入院科室编码', 30, ownLength),
  admDeptName: text('入院科室名称', 100, ownLength),
  admBed: text('入院床位', 30, { ...ownLength, sensitive: 'health' }),
} as const

/** The 出院 group of an upload. */
export const dischargeFields = {
  copFlag: code<YesNo>('并发症标志', 3, { ...ownLength, sensitive: 'health', table: 'yesNo' }),
  dscgDeptCodg: text('出院科室编码', 30, ownLength),
  dscgDeptName: text('出院科室名称', 100, ownLength),
  dscgDed: text('出院床位', 30, { ...ownLength, sensitive: 'health', note: 'Spelled so; the length is ours.' }),
  dscgWay: text('离院方式', 6, { ...ownLength, sensitive: 'health' }),
  dieDate: time('死亡日期', 'yyyy-MM-dd', { ...ownForm, sensitive: 'health' }),
} as const
