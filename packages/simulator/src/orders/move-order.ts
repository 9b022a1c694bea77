import type { OrdStas } from '@nationec/protocol'
import { SimulatorFault } from '../errors/simulator-fault.ts'
import type { SimulatorEvent } from '../listening/events.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'
import type { Order } from './order.ts'
import { legalMoves } from './order-states.ts'

/** What a change of state needs of the simulator. */
export interface OrderContext {
  readonly settings: SimulatorSettings
  readonly clock: () => number
  readonly screen: { hideOrder(order: Order): void }
  tell(event: SimulatorEvent): void
}

/** The only place that changes a state. */
export function moveOrder(context: OrderContext, order: Order, to: OrdStas): void {
  const from = order.ordStas
  if (!legalMoves[from]?.includes(to)) throw stateConflict(from)
  order.ordStas = to
  order.states.push(to)
  context.tell({ type: 'order', payOrdId: order.payOrdId, from, to })
  if (order.waiting && to !== '1') context.screen.hideOrder(order)
}

/** Brings an order up to date with the clock: an unpaid one may have expired. */
export function upToDate(context: OrderContext, order: Order): Order {
  const { unpaidOrderExpiry } = context.settings
  const unpaid = order.ordStas === '0' || order.ordStas === '1'
  if (unpaid && unpaidOrderExpiry > 0 && context.clock() - order.uploadedAt >= unpaidOrderExpiry) {
    moveOrder(context, order, '12')
  }
  return order
}

export function stateConflict(ordStas: OrdStas): SimulatorFault {
  return new SimulatorFault('SIMULATOR_STATE_CONFLICT', {
    details: [{ en: `It is in state ${ordStas}.`, zh: `当前状态为 ${ordStas}。` }],
  })
}
