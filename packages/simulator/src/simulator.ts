import type { Profile } from '@nationec/protocol'
import type { FaultControl } from './faults/fault-plan.ts'
import type { HandleContext } from './handle.ts'
import type { SimulatorCounts } from './listening/counts.ts'
import type { SimulatorEvent } from './listening/events.ts'
import type { LedgerView } from './money/ledger.ts'
import type { SplitPolicy } from './money/split.ts'
import type { OrderSnapshot, RefundSnapshot } from './orders/order.ts'
import type { Person } from './people/person.ts'
import type { Push, PushControl } from './pushes/push.ts'
import type { SimulatorSettings } from './settings/settings-table.ts'
import type { Patient } from './terminal/patient.ts'
import type { ScreenView } from './terminal/screen.ts'

/** What a simulator is made of. */
export interface SimulatorOptions {
  /** Any number. The same seed, calls and clock give the same answers, tokens, numbers and pushes, byte by byte. */
  readonly seed: number
  /** Regional differences: transTypes, generation of the bodies, form of `data`. Default: `defaultProfile`. */
  readonly profile?: Profile | undefined
  /** Milliseconds since 1970. Default `Date.now`; give your own for runs that can be repeated. */
  readonly clock?: (() => number) | undefined
  /** What public material leaves open; see `settingsTable`. */
  readonly settings?: Partial<SimulatorSettings> | undefined
  /** The patients; the first is the one who usually stands at the terminal. Default: `inventedPeople`. */
  readonly people?: readonly Person[] | undefined
  /** Who pays how much of a bill. Default: by `settings.fundShare` and `settings.accountShare`, the rest in cash. */
  readonly policy?: SplitPolicy | undefined
  /** Waits, for slow answers and for pushes that follow an answer. Default: `setTimeout`. */
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined
}

/** A terminal, the payment centre behind it and the patient in front of it. */
export interface Simulator {
  /**
   * The terminal's far end: the text of a request in, the text of its answer out. May be passed on as a bare function.
   *
   * A request that is wrong is refused, with the paths of its bad fields. It rejects only for a fault that was asked
   * for, with a {@link SimulatorFault} whose `delivery` is what a caller could know; a text is never answered twice.
   */
  readonly handle: (text: string, context?: HandleContext) => Promise<string>
  readonly patient: Patient
  /** May be changed while the simulator runs; a value that does not exist throws `SIMULATOR_OPTION_INVALID`. */
  readonly settings: SimulatorSettings
  readonly faults: FaultControl
  readonly pushes: PushControl
  /** Hears the pushes of settled orders; gives the way to stop. A listener that throws does not disturb the others. */
  onPush(listener: (push: Push) => void): () => void
  /** Hears everything that happens inside, without personal data; gives the way to stop. */
  events(listener: (event: SimulatorEvent) => void): () => void
  /** Every order, oldest first. */
  orders(): readonly OrderSnapshot[]
  /** One order by its payOrdId, or the newest with that medOrgOrd. */
  order(number: string): OrderSnapshot | undefined
  /** Every refund that was done, oldest first. */
  refunds(): readonly RefundSnapshot[]
  /**
   * Lets the centre finish an order that stopped in state 2 to 5.
   *
   * @throws `SIMULATOR_NOTHING_WAITS` for an unknown order, `SIMULATOR_STATE_CONFLICT` in any other state
   */
  settle(payOrdId: string): OrderSnapshot
  /** All money that moved, by bucket. */
  readonly ledger: LedgerView
  /** Requests received and effects done. */
  readonly counts: SimulatorCounts
  /** What the terminal shows. */
  readonly screen: ScreenView
  /**
   * Restarts the terminal: the screen is empty, calls that wait for a code reject with `SIMULATED_REBOOT`. Orders,
   * money and tokens are the centre's and stay.
   */
  reboot(): void
}
