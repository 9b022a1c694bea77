import { SimulatorFault } from '../errors/simulator-fault.ts'
import { moveOrder, stateConflict, upToDate } from '../orders/move-order.ts'
import { type Order, type OrderSnapshot, snapshotOf } from '../orders/order.ts'
import { payOrder } from '../orders/payment.ts'
import type { PaymentEnd } from '../orders/payment-end.ts'
import type { Person } from '../people/person.ts'
import type { World } from '../world.ts'

/** What the patient can do. Every action works on the latest order that waits, unless one is named. */
export interface Patient {
  /**
   * Confirms and pays an order. A named order may be paid although the terminal no longer shows it, as in an app.
   *
   * @param until where it ends; default `'6'`, settled
   * @throws `SIMULATOR_NOTHING_WAITS`, or `SIMULATOR_STATE_CONFLICT` when it is not unpaid
   */
  pay(payOrdId?: string, options?: { readonly until?: PaymentEnd | undefined }): OrderSnapshot
  /** Cancels an order at the terminal; what becomes of it is `settings.cancelledOrder`. */
  cancel(payOrdId?: string): OrderSnapshot
  /** Presents a code, a face or a card: for the call that waits, or else for the next one. Default: the first person. */
  present(personId?: string): void
  /** Leaves the call that waits for a code without one: it is refused. */
  walkAway(): void
  /** Authorises a payment in the patient's own app and gives the `payAuthNo` that 6202 and 6203 take. */
  authorisePayment(personId?: string): string
  /** Resolves when a call waits for a code (`settings.presenting` is `by hand`). */
  untilAsked(): Promise<void>
  /** What the terminal shows last and the patient has not acted on. */
  readonly waitingOrder: OrderSnapshot | undefined
}

export function createPatient(world: World): Patient {
  const { screen, people, credentials, book } = world

  function orderOf(payOrdId: string | undefined): Order {
    const order = payOrdId === undefined ? screen.latestOrder() : book.find(payOrdId)
    if (order === undefined) throw new SimulatorFault('SIMULATOR_NOTHING_WAITS')
    return upToDate(world, order)
  }

  function personOf(personId: string | undefined): Person {
    const person = personId === undefined ? people.usual : people.find(personId)
    if (person !== undefined) return person
    throw new SimulatorFault('SIMULATOR_OPTION_INVALID', {
      details: [{ en: 'personId: nobody here has it.', zh: 'personId：没有该人员。' }],
    })
  }

  return {
    pay(payOrdId, { until } = {}) {
      const order = orderOf(payOrdId)
      payOrder(world, order, until)
      return snapshotOf(order)
    },
    cancel(payOrdId) {
      const order = orderOf(payOrdId)
      cancelOrder(world, order)
      return snapshotOf(order)
    },
    present: (personId) => screen.present(personOf(personId)),
    walkAway: () => screen.walkAway(),
    authorisePayment: (personId) => credentials.issuePayAuthNo(personOf(personId)),
    untilAsked: () => screen.untilScan(),
    get waitingOrder() {
      const order = screen.latestOrder()
      return order === undefined ? undefined : snapshotOf(order)
    },
  }
}

/** What the patient does by itself, as `settings.patient` says. */
export function patientReacts(world: World, order: Order): void {
  const { patient } = world.settings
  if (patient === 'pays at once') payOrder(world, order, undefined, 'after the answer')
  if (patient === 'cancels at once') cancelOrder(world, order)
}

function cancelOrder(world: World, order: Order): void {
  if (order.ordStas !== '0' && order.ordStas !== '1') throw stateConflict(order.ordStas)
  if (world.settings.cancelledOrder === 'is revoked') moveOrder(world, order, '12')
  else world.screen.hideOrder(order)
}
