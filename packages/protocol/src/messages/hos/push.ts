import type { FundPayType } from '../../codes/insurance.ts'
import type { OrdStas } from '../../codes/ord-stas.ts'
import { code, list, money, object, text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { orderNumbers, payeeFields, settlementFields } from '../centre/settlement-fields.ts'

/** The settlement record in the push; the source shows these members and says that there are more. */
const settlementRecord = {
  setlId: text('结算ID', 30, ownLength),
  mdtrtId: text('就诊ID', 30, { ...ownLength, sensitive: 'number' }),
  medfeeSumamt: money('医疗费总额'),
  hifpPay: money('基本医疗保险统筹基金支出'),
  fundPaySumamt: money('基金支付总额'),
  psnPay: money('个人负担金额'),
  acctPay: money('个人账户支出'),
  psnCashPay: money('个人现金支出'),
  mafPay: money('医疗救助基金支出'),
} as const

const fundShare = {
  fundpaytype: code<FundPayType>('基金支付类型', 6, { table: 'fund_pay_type' }),
  inscpscpamt: money('符合政策范围金额'),
  crtpayblmtamt: money('本次可支付限额金额'),
  fundpayamt: money('基金支付金额'),
  fundpaytypename: text('基金支付类型名称', 200),
  setlprocinfo: text('结算过程信息', 4000, { sensitive: 'health' }),
} as const

/**
 * 支付结果推送 of generation A (clause 4.3): its body is `response`; there is no request. The name is ours.
 *
 * Only the order number is required, as in 6302: a push is a hint.
 */
export const hosPush = defineStandardMessage({
  name: 'hos.push',
  title: '支付结果推送',
  english: 'Settlement push (generation A)',
  clause: '4.3',
  evidence: 'single source',
  moves: 'nothing',
  request: {},
  response: {
    ...orderNumbers,
    ordStas: code<OrdStas>('订单状态', 6, { ...ownLength, table: 'ordStas' }),
    feeSumamt: money('费用总额'),
    ownpayAmt: money('现金支付', { aliases: ['ownPayAmt'], note: 'Lower-case p in this generation.' }),
    psnAcctPay: money('个人账户支出'),
    fundPay: money('医保基金支付'),
    ...settlementFields,
    ...payeeFields,
    extData: object('扩展参数', {
      setlinfo: list('结算信息', settlementRecord),
      setldetail: list('基金支付明细', fundShare),
    }),
  },
  pair: { theirs: 'payOrdId', ours: 'medOrgOrd' },
})
