import { SimulatorFault } from '../errors/simulator-fault.ts'
import { amountPushFate } from '../faults/amount-faults.ts'
import { knownFate, type PushFate } from '../faults/push-fate.ts'
import type { Counter } from '../listening/counts.ts'
import type { SimulatorEvent } from '../listening/events.ts'
import type { Listeners } from '../listening/listeners.ts'
import { stateConflict } from '../orders/move-order.ts'
import type { Order } from '../orders/order.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { Push, PushControl, Pushes } from './push.ts'
import { type PushSettings, pushText } from './push-body.ts'

/** What the pushes need of a simulator. */
export interface PushContext extends PushSettings {
  readonly book: OrderBook
  readonly counter: Counter
  tell(event: SimulatorEvent): void
}

export function createPushes(context: PushContext, listeners: Listeners<Push>): Pushes {
  let fates: PushFate[] = []
  let held: Push[] = []

  function push(order: Order, fate: PushFate): void {
    order.pushAttempts += 1
    const { payOrdId, pushAttempts: attempt } = order
    const one: Push = { text: pushText(context, order), payOrdId, attempt }
    context.tell({ type: 'push', payOrdId, attempt, fate })
    if (fate === 'held') held.push(one)
    if (fate === 'sent' || fate === 'repeated') deliver(one)
    if (fate === 'repeated') push(order, 'sent')
  }

  function deliver(one: Push): void {
    context.counter.effect('pushes')
    listeners.tell(one)
  }

  const control: PushControl = {
    next: (fate) => void fates.push(knownFate(fate)),
    script: (given) => {
      fates = given.map(knownFate)
    },
    release(order = 'as held') {
      const released = order === 'reversed' ? held.reverse() : held
      held = []
      for (const one of released) deliver(one)
      return released.length
    },
    resend(payOrdId) {
      const order = context.book.find(payOrdId)
      if (order === undefined) throw new SimulatorFault('SIMULATOR_NOTHING_WAITS')
      if (order.settlement === undefined) throw stateConflict(order.ordStas)
      push(order, 'sent')
    },
  }

  return {
    control,
    due(order) {
      for (let time = 0; time < context.settings.pushTimes; time += 1) {
        push(order, fates.shift() ?? amountPushFate(context.settings, order) ?? 'sent')
      }
    },
  }
}
