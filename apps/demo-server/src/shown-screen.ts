import type { Simulator } from '@nationec/simulator'
import { screenOf, type TerminalScreen } from './screen.ts'

/** What a patient sees for a moment when an order has left the screen. */
interface PaymentShown {
  readonly shows: 'payment'
  readonly outcome: 'paid' | 'cancelled'
  readonly total: string | undefined
}

type Shown = TerminalScreen | PaymentShown

/** The screen as people see it. */
export interface ShownScreen {
  readonly now: Shown
  /** Shows what there is now, and gives it. */
  tell(): Shown
  stop(): void
}

/** Milliseconds that a patient sees how a payment ended. */
const SEEN = 5_000

/** States in which an order is not paid: waiting, and revoked. */
const UNPAID: ReadonlySet<string> = new Set(['0', '1', '12'])

export function createShownScreen(simulator: Simulator, show: (screen: object) => void): ShownScreen {
  let before = screenOf(simulator)
  let payment: PaymentShown | undefined
  let timer: NodeJS.Timeout | undefined

  function forget(): void {
    clearTimeout(timer)
    payment = undefined
  }

  function look(): Shown {
    const screen = screenOf(simulator)
    const ended = screen.shows === 'idle' ? paymentAfter(simulator, before) : undefined
    before = screen
    if (ended !== undefined || screen.shows !== 'idle') forget()
    if (ended !== undefined) {
      payment = ended
      timer = setTimeout(() => {
        forget()
        show(screenOf(simulator))
      }, SEEN).unref()
    }
    // The end of a payment stands for its moment, unless there is something new.
    return payment ?? screen
  }

  return {
    get now() {
      return look()
    },
    tell() {
      const shown = look()
      show(shown)
      return shown
    },
    stop: forget,
  }
}

/** What became of the order that stood on the screen, where it was an order. */
function paymentAfter(simulator: Simulator, before: TerminalScreen): PaymentShown | undefined {
  const order = before.shows === 'order' ? simulator.order(before.payOrdId) : undefined
  if (before.shows !== 'order' || order === undefined) return undefined
  return { shows: 'payment', outcome: UNPAID.has(order.ordStas) ? 'cancelled' : 'paid', total: before.total }
}
