import { type BilingualText, type Delivery, NationEcError } from '@nationec/errors'
import { type SimulatorErrorCode, simulatorErrors } from './simulator-errors.ts'

/** For `requireOption` and `requireKnownOptions`: makes `SIMULATOR_OPTION_INVALID`. */
export function simulatorOptionError(detail: BilingualText): SimulatorFault {
  return new SimulatorFault('SIMULATOR_OPTION_INVALID', { details: [detail] })
}

/** What a {@link SimulatorFault} is made of besides its code. */
export interface SimulatorFaultParts {
  /** Default: the one in the catalogue. */
  readonly delivery?: Delivery | undefined
  readonly details?: readonly BilingualText[] | undefined
  readonly cause?: unknown
  /** What the simulated library returned instead of `0000`. */
  readonly libraryReturn?: string | undefined
}

/**
 * A fault that was switched on in a simulator, or a simulator that was asked for something it cannot do.
 *
 * `delivery` is what a caller could know at best, not what the simulator knows: after a lost answer it says `unknown`
 * although the effect was done.
 */
export class SimulatorFault extends NationEcError<SimulatorErrorCode> {
  /** What the simulated library returned instead of `0000`; `undefined` for every other fault. */
  readonly libraryReturn: string | undefined

  constructor(code: SimulatorErrorCode, parts: SimulatorFaultParts = {}) {
    const { delivery, details, cause, libraryReturn } = parts
    super({ code, entry: simulatorErrors[code], delivery, details, cause })
    this.name = 'SimulatorFault'
    this.libraryReturn = libraryReturn
  }
}
