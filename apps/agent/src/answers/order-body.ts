import type { LedgerOrder } from '@nationec/ledger'
import type { TillLedger } from '../ledger/till-ledger.ts'
import type { Operation } from '../model/operation.ts'
import type { Order } from '../model/order.ts'
import { shownNumber } from '../model/shown-number.ts'
import { known } from './known.ts'
import { isoOf, operationBody } from './operation-body.ts'

/** By which number an order is looked for; of a bill that was uploaded again it is the newest. */
export type OrderNumber = Parameters<TillLedger['order']>[0]

type OrderBooks = Pick<TillLedger, 'order' | 'operationsOf'>

/** An order with its refunds and operations, oldest first, as callers see it; `undefined` when the ledger has none. */
export async function orderBodyOf(ledger: OrderBooks, number: OrderNumber): Promise<Order | undefined> {
  const order = await ledger.order(number)
  return order === undefined ? undefined : orderBody(ledger, order)
}

export async function orderBody(ledger: Pick<OrderBooks, 'operationsOf'>, order: LedgerOrder): Promise<Order> {
  const { total, status, ordStas, paid: amounts, held } = order
  const operations = (await ledger.operationsOf(order.id)).map(operationBody).reverse()
  return known({
    id: order.id,
    payOrdId: shownNumber(order.payOrdId),
    medOrgOrd: shownNumber(order.medOrgOrd),
    ...{ total, status, ordStas, amounts },
    held: amounts === undefined ? undefined : held,
    refunds: operations.flatMap(refundOf),
    operations,
    createdAt: isoOf(order.createdAt),
    changedAt: isoOf(order.changedAt),
  })
}

function refundOf(operation: Operation): Order['refunds'] {
  const { kind, state, outcome, appRefdSn, amount: total } = operation
  if (kind !== 'refund' || appRefdSn === undefined || state === 'refused' || state === 'free') return []
  return [known({ appRefdSn, total, state, outcome })]
}
