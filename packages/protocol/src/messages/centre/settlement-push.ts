import type { OrdStas } from '../../codes/ord-stas.ts'
import { code, json } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { laterAmounts, settlementAmounts } from './settlement-amounts.ts'
import { orderNumbers, settlementFields } from './settlement-fields.ts'

/**
 * 结算结果通知 (clause 4.3): the centre calls the hospital. Its body is `response`; there is no request.
 *
 * Callers expect payOrdId, callType, medOrgOrd, traceTime, the four amounts, setlType and revsToken in it. Only the order
 * number is required here: a push is a hint, and one that lacks a field still says which order to query.
 */
export const settlementPush = defineStandardMessage({
  name: '6302',
  title: '结算结果通知',
  english: 'Settlement push',
  clause: '4.3',
  evidence: 'confirmed',
  moves: 'nothing',
  request: {},
  response: {
    ...orderNumbers,
    ordStas: code<OrdStas>('订单状态', 6, { ...confirmed, table: 'ordStas' }),
    ...settlementAmounts,
    ...laterAmounts,
    ...settlementFields,
    extData: json('扩展参数', EXTENSION_LENGTH),
  },
  pair: { theirs: 'payOrdId', ours: 'medOrgOrd' },
})
