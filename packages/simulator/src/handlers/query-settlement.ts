import { hosSettlementQuery, type ResponseOf, settlementQuery } from '@nationec/protocol'
import { Refused } from '../errors/refused.ts'
import type { Order } from '../orders/order.ts'
import { settlementBody } from '../orders/settlement-body.ts'
import { SIMULATED_INSTITUTION } from '../pushes/push-body.ts'
import type { SimulatorContext } from './context.ts'
import { findOrder, type OrderReference } from './find-order.ts'
import { defineHandler } from './handler.ts'

/** 6301 (clause 4.2): where an order stands; changes nothing. */
export const querySettlement = defineHandler(settlementQuery, (context, { body }) => query(context, body))

/** The same for generation A, whose body is that of 6301. */
export const hosQuerySettlement = defineHandler(hosSettlementQuery, (context, { body }) => query(context, body))

/** Nothing is paid: public callers see payOrdId and ordStas only. */
const WITHOUT_AMOUNTS: ReadonlySet<string> = new Set(['0', '1', '2', '12', '14', '15', '16'])

function query(context: SimulatorContext, reference: OrderReference): ResponseOf<typeof settlementQuery> | Refused {
  const order = findOrder(context, reference)
  if (order instanceof Refused) return order
  const { payOrdId, medOrgOrd, ordStas } = order
  return { payOrdId, medOrgOrd, ordStas, ...(WITHOUT_AMOUNTS.has(ordStas) ? {} : settled(order)) }
}

function settled(order: Order) {
  return { ...settlementBody(order), orgName: SIMULATED_INSTITUTION, orgCode: order.orgCodg }
}
