import type { Client } from '@nationec/client'
import type { Profile } from '@nationec/protocol'
import type { Simulator } from '@nationec/simulator'
import type { EventLog } from './events/event-log.ts'
import type { OpenStreams } from './events/open-streams.ts'
import type { Logger } from './logs/logger.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Books } from './operations/books.ts'
import type { OperationRunner } from './operations/run-operation.ts'
import type { Pairings } from './pairing/pairings.ts'
import type { TokenStore } from './pairing/token-store.ts'
import type { PushBook } from './pushes/push-book.ts'
import type { Origins } from './security/origins.ts'
import type { TextExchange } from './terminal/text-exchange.ts'
import type { TraceLog } from './trace/trace-log.ts'
import type { WorkInHand } from './work-in-hand.ts'

/** Everything that the routes share; one for each agent. */
export interface AgentContext {
  readonly version: string
  readonly orgId: string
  readonly profile: Profile
  readonly clock: () => number
  readonly transportName: string
  readonly client: Client
  readonly exchangeText: TextExchange
  readonly simulator: Simulator | undefined
  readonly books: Books
  readonly runOperation: OperationRunner
  readonly events: EventLog
  readonly streams: OpenStreams
  readonly trace: TraceLog
  readonly pushes: PushBook
  readonly tokens: TokenStore
  readonly pairings: Pairings
  readonly origins: Origins
  readonly metrics: Metrics
  readonly logger: Logger
  readonly work: WorkInHand
  /** Whether the terminal is there, by the last exchange and by what the way to it notices. */
  readonly terminalSeen: () => boolean
}
