import type { RefStatus } from '../../codes/payment.ts'
import { code, object } from '../../description/field.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { ecToken } from '../centre/order-fields.ts'
import { refundEchoes, refundRequestFields, refundResponseFields } from '../centre/refund-fields.ts'
import { refundIsAboveZero, refundPartsMakeTheTotal, refundTypeFitsItsParts } from '../rules/refund.ts'
import { appId, opter, systemNo } from './common-fields.ts'

/** 医保退费 of generation A (clause 4.5). Its answer is not public; ours reads that of 6203 as far as it is there. */
export const hosRefund = defineStandardMessage({
  name: 'hos.refund.setl',
  title: '医保退费',
  english: 'Refund (generation A)',
  clause: '4.5',
  evidence: 'single source',
  moves: 'money',
  request: {
    appId,
    ...refundRequestFields,
    ecToken,
    extData: object('扩展参数', { opter, systemNo }),
  },
  response: {
    ...refundResponseFields,
    refStatus: code<RefStatus>('退款状态', 8, {
      evidence: 'assumption',
      table: 'refStatus',
      note: 'The answer of generation A is not public; this is that of 6203.',
    }),
  },
  rules: [refundIsAboveZero, refundPartsMakeTheTotal, refundTypeFitsItsParts],
  echoes: refundEchoes,
  pair: { theirs: 'refdSn', ours: 'appRefdSn' },
})
