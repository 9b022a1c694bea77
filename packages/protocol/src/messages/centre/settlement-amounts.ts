import { money } from '../../description/field.ts'
import { confirmed } from '../../description/field-facts.ts'

const sinceV225 = { evidence: 'single source', note: 'Since V2.2.5 of the centre.' } as const

/** How an order was paid: cash + account + funds (+ othFeeAmt) = total. */
export const settlementAmounts = {
  feeSumamt: money('费用总额', confirmed),
  ownPayAmt: money('现金支付', { ...confirmed, aliases: ['ownpayAmt'] }),
  psnAcctPay: money('个人账户支出', confirmed),
  fundPay: money('医保基金支付', confirmed),
  deposit: money('住院押金', { ...confirmed, note: 'Not above the cash due.' }),
} as const

/** Later additions; hospPartAmt is a part of othFeeAmt, delvFee is outside the total. */
export const laterAmounts = {
  othFeeAmt: money('其他费用金额', { ...confirmed, note: 'Since V2.2.5 of the centre; counts towards the total.' }),
  hospPartAmt: money('医院负担金额', sinceV225),
  acctMulaidPay: money('个人账户共济支付', sinceV225),
  selfAcctPay: money('本人个人账户支付', sinceV225),
  delvFee: money('配送费', sinceV225),
} as const
