import { SimulatorFault } from '../errors/simulator-fault.ts'
import type { SimulatedOperation } from '../operations/operations.ts'
import { type Fault, faultKinds, type PlainFaultKind } from './fault.ts'

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
    next: (fault, on) => void planned.push({ fault: read(fault), on }),
    script(faults) {
      planned = faults.map((one) =>
        typeof one === 'object' && 'fault' in one
          ? { fault: read(one.fault), on: one.on }
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
  if (!faultKinds.includes(fault.kind))
    throw invalid(`kind: one of ${faultKinds.join(', ')}`, `kind 须为 ${faultKinds.join('、')} 之一`)
  if (fault.kind === 'refund-status' && fault.status !== 'FAIL' && fault.status !== 'EXP') {
    throw invalid('status: FAIL or EXP', 'status 须为 FAIL 或 EXP')
  }
  if (fault.kind === 'refused' && fault.code !== undefined && !(Number.isInteger(fault.code) && fault.code !== 0)) {
    throw invalid('code: a whole number other than 0', 'code 须为非 0 的整数')
  }
  if (fault.kind === 'library-return' && fault.value === '0000')
    throw invalid('value: anything but 0000', 'value 不得为 0000')
  if (fault.kind === 'slow' && !(fault.milliseconds === undefined || fault.milliseconds >= 0)) {
    throw invalid('milliseconds: 0 or more', 'milliseconds 不得小于 0')
  }
  return fault
}

function invalid(en: string, zh: string): SimulatorFault {
  return new SimulatorFault('SIMULATOR_OPTION_INVALID', {
    details: [{ en: `fault ${en}.`, zh: `故障设置：${zh}。` }],
  })
}
