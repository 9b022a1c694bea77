import type { OrdStas } from '../../codes/ord-stas.ts'
import { json, requiredCode } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { orderIsNamed } from '../rules/order-reference.ts'
import { medOrgOrd, orgCodg, payOrdId, payToken } from './order-fields.ts'
import { optionalPersonFields } from './person-fields.ts'
import { laterAmounts, settlementAmounts } from './settlement-amounts.ts'
import { orderNumbers, payeeFields, settlementFields } from './settlement-fields.ts'

/** Which order to look at, in both generations. */
export const settlementQueryRequest = {
  payOrdId: { ...payOrdId, required: false },
  medOrgOrd: {
    ...medOrgOrd,
    evidence: 'assumption',
    note: 'Ours, instead of payOrdId when the answer to an upload is lost; no public text allows or forbids it.',
  },
  orgCodg,
  payToken: { ...payToken, required: false, note: 'Required with payOrdId. A credential: never log it.' },
  // Every caller sends the person, no source says that it must be; a recovery run that keeps no personal data has none.
  ...optionalPersonFields,
  extData: json('扩展参数', EXTENSION_LENGTH, confirmed),
} as const

/** Where the order stands; while it is processed, payOrdId and ordStas may be all there is. */
export const settlementQueryResponse = {
  ...orderNumbers,
  ordStas: requiredCode<OrdStas>('订单状态', 6, { ...confirmed, table: 'ordStas' }),
  ...settlementAmounts,
  ...laterAmounts,
  ...settlementFields,
  ...payeeFields,
  extData: json('扩展参数', EXTENSION_LENGTH),
} as const

/** 医保订单结算结果查询 (clause 4.2): may be repeated; the only safe step after a lost answer. */
export const settlementQuery = defineStandardMessage({
  name: '6301',
  title: '医保订单结算结果查询',
  english: 'Query the settlement',
  clause: '4.2',
  evidence: 'confirmed',
  moves: 'nothing',
  request: settlementQueryRequest,
  response: settlementQueryResponse,
  rules: [orderIsNamed],
  echoes: ['payOrdId', 'medOrgOrd', 'orgCodg'],
  pair: { theirs: 'payOrdId', ours: 'medOrgOrd' },
})
