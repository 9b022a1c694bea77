import type { Operation } from '@nationec/protocol'

/** What the simulator answers to: the operations of a profile, and the query of the insured person. */
export type SimulatedOperation = Operation | 'queryInsured'
