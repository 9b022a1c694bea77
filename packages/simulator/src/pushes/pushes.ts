import { SimulatorFault } from '../errors/simulator-fault.ts'
import { amountPushFate } from '../faults/amount-faults.ts'
import type { Listeners } from '../listening/listeners.ts'
import type { Order } from '../orders/order.ts'
import type { World } from '../world.ts'
import { pushText } from './push-body.ts'

/** A push as it reaches the hospital. */
export interface Push {
  /** JSON body of 6302, or of the `hos` push by the profile's generation. Holds tokens: never log it. */
  readonly text: string
  readonly payOrdId: string
  /** 1 for the first push of an order; lost ones are counted. */
  readonly attempt: number
}

/**
 * What becomes of one push: it arrives, it is lost, it arrives twice, or it is held back until it is released —
 * perhaps behind a later one.
 */
export type PushFate = 'sent' | 'lost' | 'repeated' | 'held'

/** Control over the pushes; without it every push arrives once, at once. */
export interface PushControl {
  /** Says what becomes of the next push that nothing was said about. */
  next(fate: PushFate): void
  /** Replaces what was said by one fate per coming push. */
  script(fates: readonly PushFate[]): void
  /** Lets the held pushes go, in their order or in reverse; gives how many. */
  release(order?: 'as held' | 'reversed'): number
  /**
   * Pushes a settled order once more, however late.
   *
   * @throws `SIMULATOR_STATE_CONFLICT` for an order that was never settled
   */
  resend(payOrdId: string): void
}

/** The centre's side of the pushes. */
export interface Pushes extends PushControl {
  /** An order was settled. */
  due(order: Order): void
}

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

  return {
    due(order) {
      for (let time = 0; time < world().settings.pushTimes; time += 1) {
        push(order, fates.shift() ?? amountPushFate(world(), order) ?? 'sent')
      }
    },
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
      if (order?.settlement === undefined) throw new SimulatorFault('SIMULATOR_STATE_CONFLICT')
      push(order, 'sent')
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
