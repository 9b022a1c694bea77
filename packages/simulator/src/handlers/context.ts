import type { Profile } from '@nationec/protocol'
import type { Counter } from '../listening/counts.ts'
import type { SimulatorEvent } from '../listening/events.ts'
import type { Ledger } from '../money/ledger.ts'
import type { SplitPolicy } from '../money/split.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { People } from '../people/people.ts'
import type { Pushes } from '../pushes/push.ts'
import type { Random } from '../random/random.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'
import type { Credentials } from '../terminal/credentials.ts'
import type { Screen } from '../terminal/screen.ts'

/** Everything that one simulator consists of. The handlers share it; the simulator keeps no state outside it. */
export interface SimulatorContext {
  readonly profile: Profile
  readonly clock: () => number
  readonly settings: SimulatorSettings
  readonly random: Random
  readonly policy: SplitPolicy | undefined
  readonly people: People
  readonly credentials: Credentials
  readonly book: OrderBook
  readonly ledger: Ledger
  readonly screen: Screen
  readonly pushes: Pushes
  readonly counter: Counter
  tell(event: SimulatorEvent): void
  /** A number as the centre makes them: a prefix, an invented area, the time, seven digits that never repeat. */
  nextNumber(prefix: string): string
  /** Does something after the call that is under way has been answered. */
  later(work: () => void): void
}
