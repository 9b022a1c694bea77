import type { RefdType, RefStatus } from '../../codes/payment.ts'
import { json, money, requiredCode, text, time } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH, ownForm, ownLength } from '../../description/field-facts.ts'
import { payOrdId } from './order-fields.ts'

/** What is refunded, in both generations. Two callers count a component that is left out as 0.00 or leave it empty. */
export const refundRequestFields = {
  payOrdId,
  appRefdSn: text('应用退款流水号', 64, { ...ownLength, required: true, note: 'Unique per institution.' }),
  appRefdTime: time('应用退款时间', 'yyyyMMddHHmmss', { ...confirmed, required: true }),
  totlRefdAmt: money('总退费金额', { ...confirmed, required: true }),
  psnAcctRefdAmt: money('个人账户退费金额', confirmed),
  fundRefdAmt: money('基金退费金额', confirmed),
  cashRefdAmt: money('现金退费金额', confirmed),
  refdType: requiredCode<RefdType>('退款类型', 8, { ...confirmed, table: 'refdType' }),
} as const

/** What makes a refund this one and no other. */
export const refundEchoes = [
  'payOrdId',
  'appRefdSn',
  'totlRefdAmt',
  'psnAcctRefdAmt',
  'fundRefdAmt',
  'cashRefdAmt',
] as const

/** The answer of 6203. */
export const refundResponseFields = {
  refdSn: text('结算中心退款流水号', 64, ownLength),
  hiFefdSn: text('医保退费流水号', 64, {
    ...ownLength,
    aliases: ['hiRefdSn'],
    note: 'Spelled with F; absent for pure cash refunds. The length is ours.',
  }),
  hiTrnsDate: text('医保交易日期', 20, ownForm),
  hiTrnsTime: text('医保交易时间', 20, ownForm),
  refStatus: requiredCode<RefStatus>('退款状态', 8, { ...confirmed, table: 'refStatus' }),
  extData: json('扩展参数', EXTENSION_LENGTH),
} as const
