import type { CallType, SetlType } from '../../codes/payment.ts'
import { code, text } from '../../description/field.ts'
import { confirmed, ownForm, ownLength } from '../../description/field-facts.ts'

/** What the centre tells of a paid order, in a query's answer and in a push. */
export const settlementFields = {
  setlType: code<SetlType>('结算类型', 8, { ...ownLength, table: 'setlType' }),
  callType: code<CallType>('回调类型', 8, { table: 'callType' }),
  traceTime: text('订单跟踪时间', 40, { note: 'The form is not public; the Chinese name is ours.' }),
  revsToken: text('授权冲正令牌', 64, {
    sensitive: 'token',
    note: 'Reverses the payment when the in-hospital settlement fails.',
  }),
  hiChrgTime: text('医保结算时间', 40, ownForm),
  hiDocSn: text('医保单据号', 64, ownLength),
  hiRgstSn: text('医保挂号流水', 64, { ...ownLength, sensitive: 'number' }),
} as const

/** Who was paid and with which credential; in the query's answer and in the push of generation A. */
export const payeeFields = {
  orgName: text('机构名称', 200, ownLength),
  orgCode: text('机构编码', 40, { note: 'The length is that of orgId.' }),
  ecCode: text('电子凭证码', 512, { ...ownLength, sensitive: 'token' }),
} as const

/** 医药机构订单号 and its order, as answers repeat them. */
export const orderNumbers = {
  payOrdId: text('支付订单号', 64, { ...confirmed, required: true }),
  medOrgOrd: text('医药机构订单号', 64),
} as const
