import type { HospApprFlag, YesNo } from '../../codes/flags.ts'
import { code, decimal, json, money, requiredCode, text, time } from '../../description/field.ts'
import { derived, derivedRequired, EXTENSION_LENGTH, ownLength } from '../../description/field-facts.ts'

/**
 * One line of `feedetailList` in 6201.
 *
 * One caller shows every name; the core interface 2204 has the same names in snake case up to `matnFeeFlag`, and two
 * implementations of it agree on lengths and flags. A core line may also carry `expContent` with `er_flag`.
 */
export const feeLine = {
  feedetlSn: text('费用明细流水号', 30, { ...derivedRequired, note: 'Unique within the visit.' }),
  mdtrtId: text('就诊ID', 30, {
    ...derived,
    sensitive: 'number',
    note: 'Core 2204 demands it; an upload by ecToken may have none yet.',
  }),
  psnNo: text('人员编号', 30, { ...derivedRequired, sensitive: 'number' }),
  chrgBchno: text('收费批次号', 30, { ...derivedRequired, note: 'One batch carries one 病种编码.' }),
  diseCodg: text('病种编码', 30, { ...derived, sensitive: 'health' }),
  rxno: text('处方号', 30, derived),
  rxCircFlag: requiredCode<YesNo>('外购处方标志', 3, { ...derived, table: 'yesNo' }),
  feeOcurTime: time('费用发生时间', 'yyyy-MM-dd HH:mm:ss', derivedRequired),
  medListCodg: text('医疗目录编码', 50, { ...derivedRequired, sensitive: 'health' }),
  medinsListCodg: text('医药机构目录编码', 150, { ...derivedRequired, sensitive: 'health' }),
  detItemFeeSumamt: money('明细项目费用总额', derivedRequired),
  cnt: decimal('数量', [16, 4], derivedRequired),
  pric: decimal('单价', [16, 6], derivedRequired),
  sinDosDscr: text('单次剂量描述', 200, { ...derived, sensitive: 'health' }),
  usedFrquDscr: text('使用频次描述', 200, { ...derived, sensitive: 'health' }),
  medcWayDscr: text('用药途径描述', 200, { ...derived, sensitive: 'health' }),
  prdDays: decimal('周期天数', [4, 2], derived),
  bilgDeptCodg: text('开单科室编码', 30, derivedRequired),
  bilgDeptName: text('开单科室名称', 100, derivedRequired),
  bilgDrCodg: text('开单医生编码', 30, {
    ...derivedRequired,
    sensitive: 'number',
    note: 'The national code of the doctor.',
  }),
  bilgDrName: text('开单医生姓名', 50, { ...derivedRequired, sensitive: 'name' }),
  acordDeptCodg: text('受单科室编码', 30, derived),
  acordDeptName: text('受单科室名称', 100, derived),
  ordersDrCode: text('受单医生编码', 30, { ...derived, sensitive: 'number' }),
  ordersDrName: text('受单医生姓名', 50, { ...derived, sensitive: 'name' }),
  hospApprFlag: requiredCode<HospApprFlag>('医院审批标志', 3, { ...derived, table: 'hospApprFlag' }),
  tcmdrugUsedWay: code('中药使用方式', 6, { ...derived, sensitive: 'health' }),
  etipFlag: code<YesNo>('外检标志', 3, { ...derived, table: 'yesNo' }),
  etipHospCode: text('外检医院编码', 30, derived),
  dscgTkdrugFlag: code<YesNo>('出院带药标志', 3, { ...derived, table: 'yesNo' }),
  matnFeeFlag: code('生育费用标志', 6, {
    ...derived,
    sensitive: 'health',
    note: '6 characters in one implementation of core 2204, 3 in the other.',
  }),
  initFeedetlSn: text('原费用明细流水号', 30, { ...ownLength, note: 'The length is that of feedetlSn.' }),
  drordNo: text('医嘱号', 64, ownLength),
  medType: code('医疗类别', 6, { ...ownLength, table: 'medType' }),
  memo: text('备注', 500, { ...ownLength, sensitive: 'health' }),
  medListName: text('医疗目录名称', 500, { ...ownLength, sensitive: 'health' }),
  medListSpc: text('医疗目录规格', 500, { ...ownLength, sensitive: 'health' }),
  extData: json('扩展参数', EXTENSION_LENGTH, ownLength),
} as const
