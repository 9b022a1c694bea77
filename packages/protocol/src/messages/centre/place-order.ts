import type { AcctUsedFlag } from '../../codes/flags.ts'
import type { OrdStas } from '../../codes/ord-stas.ts'
import type { FeeType } from '../../codes/payment.ts'
import { code, money, object, requiredCode, text } from '../../description/field.ts'
import { confirmed, derived, ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { orgCodg, payAuthNo, payOrdId, payToken } from './order-fields.ts'
import { preSettlement } from './pre-settlement.ts'
import { laterAmounts, settlementAmounts } from './settlement-amounts.ts'

/** 支付下单: pays an uploaded order with a payAuthNo when the patient does not pay in a cashier of their own. */
export const placeOrder = defineStandardMessage({
  name: '6202',
  title: '支付下单',
  english: 'Place the payment',
  evidence: 'confirmed',
  moves: 'money',
  request: {
    payAuthNo: { ...payAuthNo, required: true },
    payOrdId,
    payToken,
    orgCodg,
    orgBizSer: text('机构业务流水', 64, { ...ownLength, required: true, note: 'Unique per institution.' }),
    chrgBchno: text('收费批次号', 30, { ...derived, required: true, note: 'That of the upload.' }),
    feeType: requiredCode<FeeType>('费用类别', 6, { ...ownLength, table: 'feeType' }),
    mdtrtId: text('就诊ID', 30, { ...derived, required: true, sensitive: 'number' }),
    acctUsedFlag: code<AcctUsedFlag>('个人账户使用标志', 1, { table: 'acctUsedFlag' }),
    deposit: money('押金', { note: 'Not above the cash due.' }),
  },
  response: {
    payOrdId,
    ordStas: requiredCode<OrdStas>('订单状态', 6, { ...confirmed, table: 'ordStas' }),
    ...settlementAmounts,
    ...laterAmounts,
    extData: object('扩展参数', { preSetl: object('预结算结果', preSettlement) }),
  },
  echoes: ['payOrdId', 'orgCodg', 'orgBizSer', 'chrgBchno'],
})
