import { type BilingualText, requireKnownOptions, requireOneOf, requireOption } from '@nationec/errors'
import { simulatorOptionError } from '../errors/simulator-fault.ts'
import { type SimulatedOperation, simulatedOperations } from '../operations/operations.ts'
import { type Fault, faultKinds, faultMembers, type PlainFaultKind } from './fault.ts'

/** A fault, by its kind alone when there is nothing to add. */
export type FaultOrKind = Fault | PlainFaultKind

/** A fault of a script, for the next request or for the next one of an operation. */
export interface PlannedFault {
  readonly fault: FaultOrKind
  readonly on?: SimulatedOperation | undefined
}

/** Control over the faults; every one strikes once. */
export interface FaultControl {
  /** Strikes the next request, or the next one of the operation `on`. Several wait their turn. */
  next(fault: FaultOrKind, on?: SimulatedOperation): void
  /** Replaces everything planned by one fault per coming request; `none` lets one go well. */
  script(faults: readonly (FaultOrKind | PlannedFault)[]): void
  /** Forgets everything planned. */
  clear(): void
  /** How many planned faults have not struck yet. */
  readonly planned: number
}

export interface FaultPlan {
  readonly control: FaultControl
  /** The fault that strikes a request, if one is planned for it. */
  take(operation: SimulatedOperation | undefined): Fault | undefined
}

export function createFaultPlan(): FaultPlan {
  let planned: { fault: Fault; on: SimulatedOperation | undefined }[] = []
  const control: FaultControl = {
    next: (fault, on) => void planned.push({ fault: read(fault), on: readOperation(on) }),
    script(faults) {
      planned = faults.map((one) =>
        typeof one === 'object' && 'fault' in one
          ? { fault: read(one.fault), on: readOperation(one.on) }
          : { fault: read(one), on: undefined },
      )
    },
    clear: () => {
      planned = []
    },
    get planned() {
      return planned.length
    },
  }
  return {
    control,
    take(operation) {
      const index = planned.findIndex(({ on }) => on === undefined || on === operation)
      return index === -1 ? undefined : planned.splice(index, 1)[0]?.fault
    },
  }
}

function read(given: FaultOrKind): Fault {
  const fault: Fault = typeof given === 'string' ? { kind: given } : given
  requireOneOf(fault?.kind, 'kind', faultKinds, simulatorOptionError)
  // `effect` of a kind that has none would be passed over in silence.
  requireKnownOptions(fault, faultMembers[fault.kind], simulatorOptionError, fault.kind)
  if (fault.kind === 'refund-status') requireOneOf(fault.status, 'status', ['FAIL', 'EXP'], simulatorOptionError)
  if (fault.kind === 'refused') {
    const { code } = fault
    const isCode = code === undefined || (Number.isInteger(code) && code !== 0)
    requireOption(isCode, 'code', { en: 'a whole number other than 0', zh: '非 0 的整数' }, simulatorOptionError)
  }
  if (fault.kind === 'library-return') {
    const expected: BilingualText = { en: 'a text other than `0000`', zh: '`0000` 以外的文本' }
    requireOption(fault.value !== '0000', 'value', expected, simulatorOptionError)
  }
  if (fault.kind === 'slow') {
    const { milliseconds } = fault
    const isSpan = milliseconds === undefined || milliseconds >= 0
    requireOption(isSpan, 'milliseconds', { en: '0 or more', zh: '不小于 0 的数值' }, simulatorOptionError)
  }
  return fault
}

/** A fault for an operation that does not exist would never strike. */
function readOperation(on: SimulatedOperation | undefined): SimulatedOperation | undefined {
  if (on !== undefined) requireOneOf(on, 'on', simulatedOperations, simulatorOptionError)
  return on
}
