import type { HospApprFlag, YesNo } from '../../codes/flags.ts'
import { code, decimal, money, text, time } from '../../description/field.ts'
import { ownForm, ownLength } from '../../description/field-facts.ts'

/**
 * One line of `rxList` in `hos.upload.fee`.
 *
 * One source shows the names and marks none as required; the line number and the amount are required here because the
 * rules over the lines need them. Chinese names are ours where they are not those of the fee line of 6201.
 */
export const prescriptionLine = {
  rxno: text('处方号', 30, ownLength),
  rxDetlNo: text('处方明细号', 30, { ...ownLength, required: true }),
  itemNo: text('项目编码', 50, { ...ownLength, sensitive: 'health' }),
  medinsListCodg: text('医药机构目录编码', 150, { ...ownLength, sensitive: 'health' }),
  itemName: text('项目名称', 500, { ...ownLength, sensitive: 'health' }),
  itemPric: decimal('单价', [16, 6], ownForm),
  itemEmp: text('计价单位', 30, ownLength),
  itemSpec: text('规格', 500, { ...ownLength, sensitive: 'health' }),
  itemCnt: decimal('数量', [16, 4], ownForm),
  itemAmt: money('金额', { ...ownForm, required: true }),
  prodBarc: text('商品条码', 64, { ...ownLength, sensitive: 'health' }),
  drugFrqu: text('用药频次', 200, { ...ownLength, sensitive: 'health' }),
  drugDos: text('用药剂量', 200, { ...ownLength, sensitive: 'health' }),
  drutDays: decimal('用药天数', [6, 2], { ...ownForm, sensitive: 'health' }),
  dosform: text('剂型', 100, { ...ownLength, sensitive: 'health' }),
  empMedcEmp: text('用药单位', 30, { ...ownLength, sensitive: 'health' }),
  drugTotlnt: decimal('药品总量', [16, 4], { ...ownForm, sensitive: 'health' }),
  drugTotlntEmp: text('药品总量单位', 30, { ...ownLength, sensitive: 'health' }),
  drugDelvWay: text('给药途径', 200, { ...ownLength, sensitive: 'health' }),
  drugCntDays: decimal('药量天数', [6, 2], { ...ownForm, sensitive: 'health' }),
  drName: text('医生姓名', 50, { ...ownLength, sensitive: 'name' }),
  drCertNo: text('医生证件号', 50, { ...ownLength, sensitive: 'number' }),
  rxDate: time('处方日期', 'yyyy-MM-dd'),
  rxTime: time('处方时间', 'HHmmss'),
  rxDeptCodg: text('处方科室编码', 30, ownLength),
  rxDept: text('处方科室名称', 100, ownLength),
  rxCircFlag: code<YesNo>('外购处方标志', 3, { ...ownLength, table: 'yesNo' }),
  acordDeptCodg: text('受单科室编码', 30, ownLength),
  acordDeptName: text('受单科室名称', 100, ownLength),
  ordersDrCode: text('受单医生编码', 30, { ...ownLength, sensitive: 'number' }),
  ordersDrName: text('受单医生姓名', 50, { ...ownLength, sensitive: 'name' }),
  hospApprFlag: code<HospApprFlag>('医院审批标志', 3, { ...ownLength, table: 'hospApprFlag' }),
  tcmdrugUsedWay: code('中药使用方式', 6, { ...ownLength, sensitive: 'health' }),
  etipFlag: code<YesNo>('外检标志', 3, { ...ownLength, table: 'yesNo' }),
  etipHospCode: text('外检医院编码', 30, ownLength),
  dscgTkdrugFlag: code<YesNo>('出院带药标志', 3, { ...ownLength, table: 'yesNo' }),
  matnFeeFlag: code('生育费用标志', 6, { ...ownLength, sensitive: 'health' }),
} as const
