import type { LetterFlag, YesNo } from '../../codes/flags.ts'
import type { Insutype, MedType } from '../../codes/insurance.ts'
import type { FeeType, PsnSetlway } from '../../codes/payment.ts'
import { code, integer, list, money, object, requiredCode, text, time } from '../../description/field.ts'
import { ownForm, ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { ecToken, medOrgOrd, orgCodg, payOrdId, payToken } from '../centre/order-fields.ts'
import { hosDiagnosisNumbersAreUnique } from '../rules/diagnoses.ts'
import { prescriptionLinesMakeTheTotal } from '../rules/prescription-lines.ts'
import { chargeResult, uploadExtension } from './charge-line.ts'
import { appId, hosPersonFields, insuCode } from './common-fields.ts'
import { condition } from './condition.ts'
import { hosDiagnosis } from './hos-diagnosis.ts'
import { hosAdmissionFields, hosBirthFields, hosInpatientFields } from './inpatient-fields.ts'
import { prescriptionLine } from './prescription-line.ts'

/**
 * 费用上传 of generation A (clause 4.1), sent through the terminal.
 *
 * One source shows the body; required are the fields that it marks as not empty. Lengths are ours.
 */
export const hosFeeUpload = defineStandardMessage({
  name: 'hos.upload.fee',
  title: '费用上传',
  english: 'Upload fees (generation A)',
  clause: '4.1',
  evidence: 'single source',
  moves: 'money',
  request: {
    appId,
    orgCodg,
    medListCodg: text('医疗目录编码', 50, { ...ownLength, sensitive: 'health' }),
    orgId: text('电子凭证机构号', 40),
    ecToken,
    insuCode,
    ...hosPersonFields,
    medOrgOrd: { ...medOrgOrd, required: true },
    initRxOrd: text('要续方的原处方流水', 64, ownLength),
    erFlag: code('急诊标志', 3, { ...ownLength, sensitive: 'health' }),
    trumFlag: code<YesNo>('外伤标志', 3, { ...ownLength, sensitive: 'health', table: 'yesNo' }),
    feeType: requiredCode<FeeType>('费用类别', 6, { ...ownLength, table: 'feeType' }),
    otpType: requiredCode('门诊类别', 6, ownLength),
    medType: requiredCode<MedType>('诊疗类别', 6, { ...ownLength, table: 'medType' }),
    feeSumamt: money('费用总额', { required: true }),
    chrgDate: time('收费日期', 'yyyyMMdd', { required: true }),
    chrgTime: time('收费时间', 'HHmmss', { required: true }),
    rgstSn: text('挂号流水号', 64, { ...ownLength, sensitive: 'number' }),
    rgstFee: money('挂号费', { required: true }),
    rgstDeptName: text('挂号科室名称', 100, ownLength),
    drName: text('医生姓名', 50, { ...ownLength, required: true, sensitive: 'name' }),
    medreformDot: requiredCode<LetterFlag>('医改试点标志', 3, { ...ownLength, table: 'letterFlag' }),
    drDeptCodg: text('医生科室编码', 30, { ...ownLength, required: true }),
    caty: text('科别', 30, ownLength),
    drCertNo: text('医生证件号', 50, { ...ownLength, required: true, sensitive: 'number' }),
    rxItemVal: integer('明细数量', 6, { ...ownForm, required: true }),
    iptType: code('住院类别', 6, ownLength),
    iptOpNo: text('住院/门诊号', 30, { ...ownLength, required: true, sensitive: 'number' }),
    ...hosInpatientFields,
    ...hosBirthFields,
    insuType: requiredCode<Insutype>('险种类型', 6, { ...ownLength, table: 'insutype' }),
    psnNo: text('人员编号', 30, { ...ownLength, required: true, sensitive: 'number' }),
    ...hosAdmissionFields,
    chrgBchno: text('收费批次号', 30, { ...ownLength, required: true }),
    psnSetlway: requiredCode<PsnSetlway>('个人结算方式', 6, { ...ownLength, table: 'psnSetlway' }),
    rxCircFlag: code<YesNo>('电子处方流转标志', 3, { ...ownLength, table: 'yesNo', note: 'Default 0.' }),
    extData: object('扩展参数', uploadExtension),
    diseList: list('诊断信息', hosDiagnosis),
    rxList: list('处方明细', prescriptionLine),
    condList: list('病情信息', condition),
  },
  response: {
    payOrdId,
    payToken,
    extData: object('扩展参数', { result: list('明细审核结果', chargeResult) }),
  },
  rules: [prescriptionLinesMakeTheTotal, hosDiagnosisNumbersAreUnique],
  echoes: ['medOrgOrd', 'orgCodg', 'chrgBchno', 'feeSumamt'],
  pair: { theirs: 'payOrdId', ours: 'medOrgOrd' },
})
