/**
 * Terminal and payment centre of the medical insurance as one state machine, for development and tests.
 *
 * @module
 */
export { createSimulator } from './create-simulator.ts'
export { type SimulatedCode, type SimulatedCodeName, simulatedCodes } from './errors/simulated-codes.ts'
export { type SimulatorErrorCode, simulatorErrors } from './errors/simulator-errors.ts'
export { SimulatorFault, type SimulatorFaultParts } from './errors/simulator-fault.ts'
export { type AmountFault, amountFaults } from './faults/amount-faults.ts'
export {
  type Effect,
  type Fault,
  type FaultKind,
  faultKinds,
  type OddForm,
  type PlainFaultKind,
} from './faults/fault.ts'
export type { FaultControl, FaultOrKind, PlannedFault } from './faults/fault-plan.ts'
export type { PushFate } from './faults/push-fate.ts'
export type { HandleContext } from './handle.ts'
export type { EffectCounts, SimulatorCounts } from './listening/counts.ts'
export type { SimulatorEvent } from './listening/events.ts'
export type { LedgerView } from './money/ledger.ts'
export type { Parts, PartsInYuan } from './money/parts.ts'
export type { PaymentEnd } from './money/payment-end.ts'
export type { BillToSplit, SplitPolicy } from './money/split.ts'
export type { SimulatedOperation } from './operations/operations.ts'
export type { OrderSnapshot, RefundSnapshot } from './orders/order.ts'
export { legalMoves } from './orders/order-states.ts'
export { inventedPeople } from './people/invented-people.ts'
export type { Person } from './people/person.ts'
export type { Push, PushControl } from './pushes/push.ts'
export type { Choice, Setting, WholeNumber } from './settings/setting.ts'
export { type SettingName, type SimulatorSettings, settingsTable } from './settings/settings-table.ts'
export type { Simulator, SimulatorOptions } from './simulator.ts'
export type { Patient } from './terminal/patient.ts'
export type { ScreenView } from './terminal/screen.ts'
