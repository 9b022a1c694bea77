import type { BirctrlType } from '../../codes/clinical.ts'
import type { YesNo } from '../../codes/flags.ts'
import { code, integer, text, time } from '../../description/field.ts'
import { ownForm, ownLength } from '../../description/field-facts.ts'

/** The inpatient group of `hos.upload.fee`. */
export const hosInpatientFields = {
  iptDeptCodg: text('住院科室编码', 30, ownLength),
  iptDeptName: text('住院科室名称', 100, ownLength),
  iptBegnDate: time('住院开始日期', 'yyyyMMdd', ownForm),
  iptEndDate: time('住院结束日期', 'yyyyMMdd', ownForm),
  dscgWay: text('离院方式', 6, { ...ownLength, sensitive: 'health' }),
  iptDays: integer('住院天数', 6, ownForm),
} as const

/** The birth group of `hos.upload.fee`. */
export const hosBirthFields = {
  birctrlType: code<BirctrlType>('计划生育手术类别', 6, { ...ownLength, sensitive: 'health', table: 'birctrlType' }),
  birmtd: text('生育方式', 6, { ...ownLength, sensitive: 'health' }),
  babyNum: integer('婴儿数', 3, { ...ownForm, sensitive: 'health' }),
  birctrlDate: time('计划生育手术日期', 'yyyyMMdd', { ...ownForm, sensitive: 'health' }),
  prgDays: integer('怀孕天数', 6, { ...ownForm, sensitive: 'health' }),
} as const

/** The admission group of `hos.upload.fee`; the source names the group, the members are those of 6201. */
export const hosAdmissionFields = {
  admDiagDscr: text('入院诊断描述', 1000, { ...ownForm, sensitive: 'health' }),
  admDeptCodg: text('入院科室编码', 30, ownForm),
  admDeptName: text('入院科室名称', 100, ownForm),
  admBed: text('入院床位', 30, { ...ownForm, sensitive: 'health' }),
  midSetlFlag: code<YesNo>('中途结算标志', 3, { ...ownLength, table: 'yesNo' }),
} as const
