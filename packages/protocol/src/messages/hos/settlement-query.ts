import { defineStandardMessage } from '../../description/message.ts'
import { settlementQueryRequest, settlementQueryResponse } from '../centre/settlement-query.ts'
import { orderIsNamed } from '../rules/order-reference.ts'
import { appId } from './common-fields.ts'

/**
 * 查询订单结算状态 of generation A (clause 4.2).
 *
 * Its transType is not public: `hos.query` is our name for it, so the profile must say what goes on the wire. The fields are
 * those of 6301, which one source sends to its own gateway, and the family's appId.
 */
export const hosSettlementQuery = defineStandardMessage({
  name: 'hos.query',
  title: '查询订单结算状态',
  english: 'Query the settlement (generation A)',
  clause: '4.2',
  evidence: 'assumption',
  moves: 'nothing',
  request: { appId, ...settlementQueryRequest },
  response: settlementQueryResponse,
  rules: [orderIsNamed],
  echoes: ['payOrdId', 'medOrgOrd', 'orgCodg'],
  pair: { theirs: 'payOrdId', ours: 'medOrgOrd' },
})
