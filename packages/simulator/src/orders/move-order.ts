import type { OrdStas } from '@nationec/protocol'
import { SimulatorFault } from '../errors/simulator-fault.ts'
import type { World } from '../world.ts'
import type { Order } from './order.ts'
import { legalMoves } from './order-states.ts'

/** The only place that changes a state. */
export function moveOrder(world: World, order: Order, to: OrdStas): void {
  const from = order.ordStas
  if (!legalMoves[from]?.includes(to)) throw stateConflict(from)
  order.ordStas = to
  order.states.push(to)
  world.tell({ type: 'order', payOrdId: order.payOrdId, from, to })
  if (order.waiting && to !== '1') world.screen.hideOrder(order)
}

/** Brings an order up to date with the clock: an unpaid one may have expired. */
export function upToDate(world: World, order: Order): Order {
  const { unpaidOrderExpiry } = world.settings
  const unpaid = order.ordStas === '0' || order.ordStas === '1'
  if (unpaid && unpaidOrderExpiry > 0 && world.clock() - order.uploadedAt >= unpaidOrderExpiry) {
    moveOrder(world, order, '12')
  }
  return order
}

export function stateConflict(ordStas: OrdStas): SimulatorFault {
  return new SimulatorFault('SIMULATOR_STATE_CONFLICT', {
    details: [{ en: `It is in state ${ordStas}.`, zh: `当前状态为 ${ordStas}。` }],
  })
}
