import { type Refused, refuse } from '../errors/refused.ts'
import { upToDate } from '../orders/move-order.ts'
import type { Order } from '../orders/order.ts'
import type { SimulatorContext } from './context.ts'

/** How a request names its order. */
export interface OrderReference {
  readonly payOrdId?: string | undefined
  readonly payToken?: string | undefined
  readonly medOrgOrd?: string | undefined
  readonly orgCodg: string
  readonly idNo?: string | undefined
}

/** Finds the order of a query or a revoke; an order of another institution does not exist. */
export function findOrder(context: SimulatorContext, reference: OrderReference): Order | Refused {
  const { payOrdId, payToken, medOrgOrd, orgCodg, idNo } = reference
  if (payOrdId === undefined && context.settings.queryByMedOrgOrd === 'refused')
    return refuse('QUERY_BY_ORDER_NUMBER_OFF')
  const order =
    payOrdId === undefined ? context.book.findByNumber(orgCodg, medOrgOrd ?? '') : context.book.find(payOrdId)
  if (order === undefined || order.orgCodg !== orgCodg) return refuse('ORDER_UNKNOWN')
  if (payOrdId !== undefined && medOrgOrd !== undefined && order.medOrgOrd !== medOrgOrd) return refuse('ORDER_UNKNOWN')
  if (payOrdId !== undefined && order.payToken !== payToken) return refuse('PAY_TOKEN_WRONG')
  if (context.settings.personCheck === 'must match' && idNo !== undefined && order.idNo !== undefined) {
    if (idNo !== order.idNo) return refuse('PERSON_MISMATCH')
  }
  return upToDate(context, order)
}
