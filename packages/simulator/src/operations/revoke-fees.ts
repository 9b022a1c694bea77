import { feeRevoke, hosFeeRevoke } from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import { moveOrder } from '../orders/move-order.ts'
import { releaseAccount } from '../orders/payment.ts'
import type { World } from '../world.ts'
import { findOrder, type OrderReference } from './find-order.ts'
import { room } from './operation.ts'

/** 6401 (clause 4.4): takes an upload back, only before it is settled. */
export const revokeFees = room(feeRevoke, (world, { body }) => revoke(world, body))

/** `hos.revoke.order`: the same. */
export const hosRevokeFees = room(hosFeeRevoke, (world, { body }) => revoke(world, body))

function revoke(world: World, reference: OrderReference): { success: 'true' } | Refused {
  const order = findOrder(world, reference)
  if (order instanceof Refused) return order
  const { ordStas } = order
  const settling = ordStas === '2' && world.settings.revokeWhileSettling === 'accepted'
  if (ordStas !== '0' && ordStas !== '1' && !settling) return refuse('STATE_FORBIDS', `ordStas ${ordStas}`)
  if (settling) releaseAccount(world, order)
  moveOrder(world, order, '12')
  world.counter.effect('revokes')
  return { success: 'true' }
}
