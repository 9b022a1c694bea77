import { type Refused, refuse } from '../errors/refused.ts'
import { SimulatorFault } from '../errors/simulator-fault.ts'
import type { SimulatorEvent } from '../listening/events.ts'
import type { Order } from '../orders/order.ts'
import type { People } from '../people/people.ts'
import type { Person } from '../people/person.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'

/** What the patient is to hold to the terminal. */
export type Asked = 'code' | 'face' | 'card'

/** What stands on the terminal's screen. */
export type ScreenView =
  | { readonly shows: 'idle' }
  /** `asks`: for the call that waits longest; `waiting`: so many calls wait. */
  | { readonly shows: 'scan'; readonly asks: Asked; readonly waiting: number }
  | { readonly shows: 'order'; readonly payOrdId: string }
  | { readonly shows: 'result'; readonly medicalSettleState: string }

interface Scan {
  readonly asks: Asked
  present(person: Person): void
  walkAway(): void
  reboot(): void
}

/** The terminal in front of the patient: what it asks for and what it shows. A restart empties it. */
export interface Screen {
  /** Asks for a code, a face or a card; ends when the patient presents one, walks away, or the caller gives up. */
  scan(asks: Asked, signal: AbortSignal | undefined): Promise<Person | Refused>
  /** Resolves as soon as a scan waits. */
  untilScan(): Promise<void>
  present(person: Person): void
  walkAway(): void
  showOrder(order: Order): void
  hideOrder(order: Order): void
  /** The order shown last that still waits. */
  latestOrder(): Order | undefined
  showResult(medicalSettleState: string): void
  view(): ScreenView
  reboot(): void
}

export function createScreen(
  people: People,
  settings: SimulatorSettings,
  tell: (event: SimulatorEvent) => void,
): Screen {
  const scans: Scan[] = []
  /** Who was told to come next, before the terminal asked. */
  let next: Person[] = []
  /** Shown orders, latest last; those that no longer wait are dropped when they come to the end. */
  let shown: Order[] = []
  let result: string | undefined
  const scanAwaited: (() => void)[] = []

  function view(): ScreenView {
    const [first] = scans
    if (first !== undefined) return { shows: 'scan', asks: first.asks, waiting: scans.length }
    dropEnded(shown)
    const order = shown.at(-1)
    if (order !== undefined) return { shows: 'order', payOrdId: order.payOrdId }
    return result === undefined ? { shows: 'idle' } : { shows: 'result', medicalSettleState: result }
  }

  function tellView(): void {
    tell({ type: 'screen', shows: view().shows })
  }

  function scanByHand(asks: Asked, signal: AbortSignal | undefined): Promise<Person | Refused> {
    return new Promise((resolve, reject) => {
      const end = (answer: () => void): void => {
        scans.splice(scans.indexOf(scan), 1)
        signal?.removeEventListener('abort', onAbort)
        tellView()
        answer()
      }
      const onAbort = (): void => {
        end(() => reject(new SimulatorFault('SIMULATED_SILENCE', { cause: signal?.reason })))
      }
      const scan: Scan = {
        asks,
        present: (person) => end(() => resolve(person)),
        walkAway: () => end(() => resolve(refuse('PATIENT_REFUSED'))),
        reboot: () => end(() => reject(new SimulatorFault('SIMULATED_REBOOT'))),
      }
      scans.push(scan)
      signal?.addEventListener('abort', onAbort)
      tellView()
      for (const go of scanAwaited.splice(0)) go()
    })
  }

  return {
    async scan(asks, signal) {
      const called = next.shift()
      if (called !== undefined) return called
      return settings.presenting === 'at once' ? people.usual : scanByHand(asks, signal)
    },
    async untilScan() {
      if (scans.length === 0) await new Promise<void>((resolve) => scanAwaited.push(resolve))
    },
    present(person) {
      const [waiting] = scans
      if (waiting === undefined) next.push(person)
      else waiting.present(person)
    },
    walkAway() {
      const [waiting] = scans
      if (waiting === undefined) throw new SimulatorFault('SIMULATOR_NOTHING_WAITS')
      waiting.walkAway()
    },
    showOrder(order) {
      order.waiting = true
      shown.push(order)
      result = undefined
      tellView()
    },
    hideOrder(order) {
      order.waiting = false
      tellView()
    },
    latestOrder() {
      dropEnded(shown)
      return shown.at(-1)
    },
    showResult(medicalSettleState) {
      result = medicalSettleState
      tellView()
    },
    view,
    reboot() {
      for (const order of shown) order.waiting = false
      shown = []
      next = []
      result = undefined
      for (const scan of [...scans]) scan.reboot()
      tellView()
    },
  }
}

function dropEnded(orders: Order[]): void {
  while (orders.at(-1)?.waiting === false) orders.pop()
}
