/**
 * A whole world from one seed: clock, store, line, terminal, centre, cashiers, crashes; and what must be true in it.
 *
 * @module
 */
export {
  type SimulationOptions,
  type SimulationReport,
  shrinkSimulation,
  simulateLedger,
} from './simulation/simulate-ledger.ts'
