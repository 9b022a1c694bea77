import { type BilingualText, requireOption } from '@nationec/errors'
import { SimulatorFault, simulatorOptionError } from '../errors/simulator-fault.ts'
import type { PaymentEnd } from '../money/payment-end.ts'
import { moveOrder, type OrderContext, stateConflict, upToDate } from '../orders/move-order.ts'
import { type Order, type OrderSnapshot, snapshotOf } from '../orders/order.ts'
import type { OrderBook } from '../orders/order-book.ts'
import { type PaymentContext, payOrder } from '../orders/payment.ts'
import type { People } from '../people/people.ts'
import type { Person } from '../people/person.ts'
import type { Credentials } from './credentials.ts'
import type { Screen } from './screen.ts'

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

/** What the patient reaches of the simulator. */
export interface PatientContext extends PaymentContext {
  readonly screen: Screen
  readonly people: People
  readonly credentials: Pick<Credentials, 'issuePayAuthNo'>
  readonly book: Pick<OrderBook, 'find'>
}

const ofTheSimulator: BilingualText = { en: 'that of a person of this simulator', zh: '本模拟器已有人员的编号' }

export function createPatient(context: PatientContext): Patient {
  const { screen, people, credentials, book } = context

  function orderOf(payOrdId: string | undefined): Order {
    const order = payOrdId === undefined ? screen.latestOrder() : book.find(payOrdId)
    if (order === undefined) throw new SimulatorFault('SIMULATOR_NOTHING_WAITS')
    return upToDate(context, order)
  }

  function personOf(personId: string | undefined): Person {
    const person = personId === undefined ? people.usual : people.find(personId)
    requireOption(person !== undefined, 'personId', ofTheSimulator, simulatorOptionError)
    return person
  }

  return {
    pay(payOrdId, { until } = {}) {
      const order = orderOf(payOrdId)
      payOrder(context, order, until)
      return snapshotOf(order)
    },
    cancel(payOrdId) {
      const order = orderOf(payOrdId)
      cancelOrder(context, order)
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
export function patientReacts(context: PaymentContext, order: Order): void {
  const { patient } = context.settings
  if (patient === 'pays at once') payOrder(context, order, undefined, 'after the answer')
  if (patient === 'cancels at once') cancelOrder(context, order)
}

function cancelOrder(context: OrderContext, order: Order): void {
  if (order.ordStas !== '0' && order.ordStas !== '1') throw stateConflict(order.ordStas)
  if (context.settings.cancelledOrder === 'is revoked') moveOrder(context, order, '12')
  else context.screen.hideOrder(order)
}
