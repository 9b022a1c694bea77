import type { Client, Generation } from '@nationec/client'
import type { Profile } from '@nationec/protocol'
import type { Timers } from '@nationec/transport'
import type { Circumstances } from '../model/draft.ts'
import type { OpenStore, Write } from '../store/contract.ts'
import type { Backlog } from './backlog.ts'
import type { Gates } from './gate.ts'

/** What the ledger needs of a client; every `Client` is one. */
export type LedgerClient<Chosen extends Generation = Generation> = Pick<
  Client<Chosen>,
  'profile' | 'uploadFees' | 'placeOrder' | 'revokeFees' | 'refund' | 'querySettlement' | 'exchangeText'
>

/** What every part of the engine works with. */
export interface Parts {
  readonly store: OpenStore
  readonly profile: Profile
  /** The client of a terminal. */
  readonly clientOf: (till: string | undefined) => LedgerClient
  readonly instance: string
  readonly clock: () => number
  readonly timers: Timers
  /** Time, ids and chance of one change. */
  readonly circumstances: () => Circumstances
  readonly gates: Gates
  readonly backlog: Backlog
  /** Hears of every change that this process has stored. */
  readonly changed: (write: Write) => void
}
