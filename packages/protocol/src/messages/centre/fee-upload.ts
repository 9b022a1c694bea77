import type { MdtrtCertType } from '../../codes/certificate.ts'
import type { AcctUsedFlag, YesNo } from '../../codes/flags.ts'
import type { Insutype } from '../../codes/insurance.ts'
import { code, json, list, money, requiredCode, text } from '../../description/field.ts'
import { derived, derivedRequired, EXTENSION_LENGTH, ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { coveragePartsMakeTheTotal } from '../rules/coverage-parts.ts'
import { credentialOrVisit } from '../rules/credential.ts'
import { diagnosisNumbersAreUnique } from '../rules/diagnoses.ts'
import { feeLinesMakeTheTotal, feeSerialsAreUnique, oneDiseasePerBatch } from '../rules/fee-lines.ts'
import { birthFields } from './birth-fields.ts'
import { channelFields } from './channel-fields.ts'
import { diagnosis } from './diagnosis.ts'
import { feeLine } from './fee-line.ts'
import { admissionFields, dischargeFields } from './inpatient-fields.ts'
import { ecToken, medOrgOrd, orgCodg, payAuthNo, payOrdId, payToken } from './order-fields.ts'
import { personFields } from './person-fields.ts'
import { visitFields } from './visit-fields.ts'

/**
 * 费用明细上传 (clause 4.1): a bill with its fee lines and diagnoses; answers with the order number and its token.
 *
 * Flags are those that one caller's validator demands; an order that has a payOrdId must be revoked before its bill is
 * uploaded again.
 */
export const feeUpload = defineStandardMessage({
  name: '6201',
  title: '费用明细上传',
  english: 'Upload fees',
  clause: '4.1',
  evidence: 'confirmed',
  moves: 'money',
  request: {
    ecToken,
    payAuthNo,
    orgCodg,
    orgId: text('电子凭证机构号', 40),
    psnNo: text('人员编号', 30, { ...derivedRequired, sensitive: 'number' }),
    insutype: requiredCode<Insutype>('险种类型', 6, { ...derived, table: 'insutype' }),
    medOrgOrd: { ...medOrgOrd, required: true },
    initRxOrd: text('要续方的原处方流水', 64, ownLength),
    rxCircFlag: code<YesNo>('电子处方流转标志', 3, { ...derived, table: 'yesNo' }),
    ...personFields,
    insuCode: text('参保地', 6, derivedRequired),
    insuplcAdmdvs: text('参保地医保区划', 6, derived),
    ...visitFields,
    medfeeSumamt: money('医疗费总额', { ...derivedRequired, note: 'The sum of the fee lines.' }),
    acctUsedFlag: code<AcctUsedFlag>('个人账户使用标志', 1, { ...derived, table: 'acctUsedFlag' }),
    chrgBchno: text('收费批次号', 30, { ...derivedRequired, note: 'The same value in the fee lines and in 6202.' }),
    pubHospRfomFlag: requiredCode<YesNo>('公立医院改革标志', 3, { ...derived, table: 'yesNo' }),
    invono: text('发票号', 20, derived),
    fulamtOwnpayAmt: money('全自费金额', derived),
    preselfpayAmt: money('先行自付金额', derived),
    inscpScpAmt: money('符合政策范围金额', derived),
    overlmtSelfpay: money('超限价金额', derived),
    ...birthFields,
    ...dischargeFields,
    ...admissionFields,
    mdtrtCertType: code<MdtrtCertType>('就诊凭证类型', 3, { ...derived, table: 'mdtrtCertType' }),
    uldLatlnt: text('经纬度', 64, { ...ownLength, sensitive: 'number', note: 'lng,lat; "0,0" is seen as filler.' }),
    extData: json('扩展参数', EXTENSION_LENGTH, { aliases: ['expContent'], note: 'An object or its JSON text.' }),
    feedetailList: list('费用明细', feeLine, { ...derivedRequired, note: 'One channel sends the list as JSON text.' }),
    diseinfoList: list('诊断信息', diagnosis, { ...derived, note: 'One channel sends the list as JSON text.' }),
    ...channelFields,
  },
  response: {
    payOrdId,
    payToken,
    mdtrtId: text('就诊ID', 30, { ...derived, sensitive: 'number', note: 'Here or inside extData.' }),
    extData: json('扩展参数', EXTENSION_LENGTH, { note: 'Sometimes with a cashier URL.' }),
  },
  rules: [
    credentialOrVisit,
    feeLinesMakeTheTotal,
    coveragePartsMakeTheTotal,
    feeSerialsAreUnique,
    oneDiseasePerBatch,
    diagnosisNumbersAreUnique,
  ],
  echoes: ['medOrgOrd', 'orgCodg', 'chrgBchno', 'medfeeSumamt'],
  pair: { theirs: 'payOrdId', ours: 'medOrgOrd' },
})
