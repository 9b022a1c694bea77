import type { Profile } from '@nationec/protocol'
import type { SharedOptions } from '../agent-options.ts'
import type { Logger } from '../logs/logger.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { TokenStore } from '../pairing/token-store.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'

/** What the tills of an agent have together. */
export interface Shared {
  readonly options: SharedOptions
  readonly profile: Profile
  readonly clock: () => number
  readonly logger: Logger
  readonly metrics: Metrics
  readonly work: WorkInHand
  readonly tokens: TokenStore
}
