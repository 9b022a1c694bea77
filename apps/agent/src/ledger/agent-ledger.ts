import type { Generation } from '@nationec/client'
import type { Ledger } from '@nationec/ledger'

/** The ledger of an agent. The generation of the profile decides the bodies at run time; the checker of each message has proved them. */
export type AgentLedger = Ledger<Generation>
