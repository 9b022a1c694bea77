import { feeRevoke, hosFeeRevoke } from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import { moveOrder } from '../orders/move-order.ts'
import { releaseAccount } from '../orders/payment.ts'
import type { SimulatorContext } from './context.ts'
import { findOrder, type OrderReference } from './find-order.ts'
import { defineHandler } from './handler.ts'

/** 6401 (clause 4.4): takes an upload back, only before it is settled. */
export const revokeFees = defineHandler(feeRevoke, (context, { body }) => revoke(context, body))

/** `hos.revoke.order`: the same. */
export const hosRevokeFees = defineHandler(hosFeeRevoke, (context, { body }) => revoke(context, body))

function revoke(context: SimulatorContext, reference: OrderReference): { success: 'true' } | Refused {
  const order = findOrder(context, reference)
  if (order instanceof Refused) return order
  const { ordStas } = order
  const settling = ordStas === '2' && context.settings.revokeWhileSettling === 'accepted'
  if (ordStas !== '0' && ordStas !== '1' && !settling) return refuse('STATE_FORBIDS', `ordStas ${ordStas}`)
  if (settling) releaseAccount(context, order)
  moveOrder(context, order, '12')
  context.counter.effect('revokes')
  return { success: 'true' }
}
