import type { BizType, MedicalSettleState } from '../../codes/payment.ts'
import { json, money, requiredCode, text, time } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH, ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { drugListIsJson } from '../rules/drug-list.ts'

/**
 * Shows the settlement result on the terminal; only for a payment that did not go through the terminal.
 *
 * The fields from `medicalSettleNo` on belong to a SUCCESS of an insured patient.
 */
export const settleNotify = defineStandardMessage({
  name: 'cn.nhsa.settle.notify',
  title: '结算结果通知终端',
  english: 'Show the settlement result on the terminal',
  evidence: 'single source',
  moves: 'nothing',
  request: {
    orgId: text('机构编号', 40, {
      evidence: 'assumption',
      note: 'Almost every body repeats it; the one source of this message does not list it.',
    }),
    outBizNo: text('业务流水号', 64, {
      ...confirmed,
      required: true,
      note: 'That of the identity step, so that the terminal can match.',
    }),
    medicalSettleState: requiredCode<MedicalSettleState>('结算状态', 64, { table: 'medicalSettleState' }),
    authNo: text('核身授权码', 64, { sensitive: 'token' }),
    operatorId: text('收款员编号', 20, { required: true }),
    operatorName: text('收款员姓名', 30, { required: true, sensitive: 'name' }),
    totalFee: money('总费用', { required: true }),
    bizType: requiredCode<BizType>('结算场景', 30, { table: 'bizType' }),
    idNo: text('证件号码', 64, { required: true, sensitive: 'number' }),
    userName: text('姓名', 64, { required: true, sensitive: 'name' }),
    setlTime: time('结算时间', 'yyyyMMddHHmmss', {
      required: true,
      evidence: 'assumption',
      note: 'The form is that of clause 2.2.1; the one source does not state it.',
    }),
    hospitalName: text('医院名称', 200, { ...ownLength, required: true }),
    officeId: text('医保科室编号', 20, { required: true }),
    officeName: text('科室名称', 30, { required: true }),
    doctorName: text('医生姓名', 50, { ...ownLength, required: true, sensitive: 'name' }),
    medicalSettleNo: text('医保结算号', 64),
    ownAmt: money('自费金额'),
    hifAmt: money('医保报销金额'),
    acctAmt: money('个人账户支出'),
    hifpAmt: money('统筹基金支出'),
    hifmiAmt: money('大额医疗保险支出'),
    cvlservAmt: money('公务员补助'),
    maAmt: money('医疗救助'),
    hosPreAmt: money('单病种定点机构垫支'),
    medOverLmtAmt: money('药品超标扣款'),
    mafAmt: money('扶贫救助'),
    cvlservDedcAmt: money('历史起付公务员返还'),
    balance: money('账户余额'),
    drugList: text('药品清单', EXTENSION_LENGTH, {
      ...ownLength,
      sensitive: 'health',
      note: 'JSON text: a list of drugs; one source sends a single one. drugListText writes it.',
    }),
  },
  response: {
    outBizNo: text('业务流水号', 64),
    extData: json('扩展参数', EXTENSION_LENGTH),
  },
  rules: [drugListIsJson],
  echoes: ['outBizNo'],
})
