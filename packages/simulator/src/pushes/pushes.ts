import { SimulatorFault } from '../errors/simulator-fault.ts'
import { amountPushFate } from '../faults/amount-faults.ts'
import type { Listeners } from '../listening/listeners.ts'
import { stateConflict } from '../orders/move-order.ts'
import type { Order } from '../orders/order.ts'
import type { World } from '../world.ts'
import type { Push, PushControl, Pushes, PushFate } from './push.ts'
import { pushText } from './push-body.ts'

const FATES: readonly PushFate[] = ['sent', 'lost', 'repeated', 'held']

export function createPushes(world: () => World, listeners: Listeners<Push>): Pushes {
  let fates: PushFate[] = []
  let held: Push[] = []

  function push(order: Order, fate: PushFate): void {
    const { tell } = world()
    order.pushAttempts += 1
    const { payOrdId, pushAttempts: attempt } = order
    const one: Push = { text: pushText(world(), order), payOrdId, attempt }
    tell({ type: 'push', payOrdId, attempt, fate })
    if (fate === 'held') held.push(one)
    if (fate === 'sent' || fate === 'repeated') deliver(one)
    if (fate === 'repeated') push(order, 'sent')
  }

  function deliver(one: Push): void {
    world().counter.effect('pushes')
    listeners.tell(one)
  }

  const control: PushControl = {
    next: (fate) => void fates.push(known(fate)),
    script: (given) => {
      fates = given.map(known)
    },
    release(order = 'as held') {
      const released = order === 'reversed' ? held.reverse() : held
      held = []
      for (const one of released) deliver(one)
      return released.length
    },
    resend(payOrdId) {
      const order = world().book.find(payOrdId)
      if (order === undefined) throw new SimulatorFault('SIMULATOR_NOTHING_WAITS')
      if (order.settlement === undefined) throw stateConflict(order.ordStas)
      push(order, 'sent')
    },
  }

  return {
    control,
    due(order) {
      for (let time = 0; time < world().settings.pushTimes; time += 1) {
        push(order, fates.shift() ?? amountPushFate(world(), order) ?? 'sent')
      }
    },
  }
}

function known(fate: PushFate): PushFate {
  if (FATES.includes(fate)) return fate
  const choices = FATES.join(', ')
  throw new SimulatorFault('SIMULATOR_OPTION_INVALID', {
    details: [{ en: `push fate: one of ${choices}.`, zh: `推送结果：须为 ${choices} 之一。` }],
  })
}
