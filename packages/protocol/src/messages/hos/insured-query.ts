import type { Insutype, MedType } from '../../codes/insurance.ts'
import { code, list, money, object, text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { ecToken, orgCodg } from '../centre/order-fields.ts'
import { appId, hosPersonFields, insuCode, systemNo } from './common-fields.ts'
import { condition } from './condition.ts'

/** 参保人信息查询 of generation A: which insurances the patient has, and their balances. Chinese names of items are ours. */
export const hosInsuredQuery = defineStandardMessage({
  name: 'hos.query.insu',
  title: '参保人信息查询',
  english: 'Query the insured person',
  evidence: 'single source',
  moves: 'nothing',
  request: {
    appId,
    orgCodg,
    medType: code<MedType>('诊疗类别', 6, { ...ownLength, table: 'medType' }),
    ecToken,
    ...hosPersonFields,
    insuCode,
    extData: object('扩展参数', { systemNo }),
  },
  response: {
    insuList: list('参保信息', {
      psnType: code('人员类别', 6, { ...ownLength, sensitive: 'name' }),
      insutype: code<Insutype>('险种类型', 6, { ...ownLength, table: 'insutype' }),
      acctBalc: money('账户余额'),
      extData: object('扩展参数', {
        insuplcAdmdvs: text('参保地医保区划', 6, ownLength),
        empName: text('单位名称', 200, { ...ownLength, sensitive: 'name' }),
      }),
    }),
    condList: list('病情信息', condition, {
      evidence: 'assumption',
      note: 'The members are not public; those of the upload.',
    }),
    mdtrtprovList: list('就诊备案信息', {}, { evidence: 'assumption', note: 'The members are not public.' }),
    extData: object('扩展参数', {
      baseinfo: object('基本信息', {
        psnNo: text('人员编号', 30, { ...ownLength, sensitive: 'number' }),
        certno: text('证件号码', 50, { ...ownLength, sensitive: 'number' }),
        psnName: text('人员姓名', 50, { ...ownLength, sensitive: 'name' }),
        brdy: text('出生日期', 10, { ...ownLength, sensitive: 'number' }),
      }),
    }),
  },
})
