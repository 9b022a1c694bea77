import type { MedType } from '../../codes/insurance.ts'
import type { FeeType, PsnSetlway } from '../../codes/payment.ts'
import { requiredCode, text, time } from '../../description/field.ts'
import { derived, derivedRequired, ownForm, ownLength } from '../../description/field-facts.ts'

/** The visit of an upload: when, where, with whom, what for. */
export const visitFields = {
  begntime: time('开始时间', 'yyyy-MM-dd HH:mm:ss', {
    required: true,
    note: 'One caller writes this form, another yyyyMMddHHmmss: the profile decides.',
  }),
  endtime: time('出院时间', 'yyyy-MM-dd HH:mm:ss', { ...ownForm, note: 'The form is that of begntime.' }),
  iptOtpNo: text('住院/门诊号', 30, { ...derivedRequired, sensitive: 'number' }),
  atddrNo: text('医师编码', 30, { ...derived, sensitive: 'number', note: 'The national code of the doctor.' }),
  drName: text('医师姓名', 50, { ...derived, sensitive: 'name' }),
  deptCode: text('科室编码', 30, derivedRequired),
  deptName: text('科室名称', 100, derivedRequired),
  caty: text('科别', 30, { ...ownLength, required: true }),
  mdtrtId: text('就诊ID', 30, { ...derived, sensitive: 'number', note: 'Needed when there is no ecToken.' }),
  medType: requiredCode<MedType>('医疗类别', 6, { ...derived, table: 'medType' }),
  feeType: requiredCode<FeeType>('费用类别', 6, { ...ownLength, table: 'feeType' }),
  mainCondDscr: text('主要病情描述', 1000, { ...derived, sensitive: 'health' }),
  diseCodg: text('病种编码', 30, { ...derived, sensitive: 'health' }),
  diseName: text('病种名称', 500, { ...derived, sensitive: 'health' }),
  oprnOprtCode: text('手术操作代码', 30, { ...ownLength, sensitive: 'health' }),
  oprnOprtName: text('手术操作名称', 500, { ...ownLength, sensitive: 'health' }),
  psnSetlway: requiredCode<PsnSetlway>('个人结算方式', 6, { ...derived, table: 'psnSetlway' }),
} as const
