import { type BilingualText, type Delivery, type ErrorCatalogue, NationEcError } from '@nationec/errors'
import { inputErrors } from './input-errors.ts'
import { machineErrors } from './machine-errors.ts'

export type CliErrorCode = keyof typeof inputErrors | keyof typeof machineErrors

/** Everything that the command line itself finds wrong. */
export const cliErrors: ErrorCatalogue<CliErrorCode> = { ...inputErrors, ...machineErrors }

/** What the place that throws may add. */
export interface CliErrorParts {
  readonly cause?: unknown
  /** Names of options, files' lines, rules; never a value that was typed. */
  readonly details?: readonly BilingualText[]
  /** What became of the request, where one was sent before. */
  readonly delivery?: Delivery
}

/** A command could not do its work; nothing was sent unless `delivery` says so. */
export function cliError(
  code: CliErrorCode,
  { cause, details, delivery }: CliErrorParts = {},
): NationEcError<CliErrorCode> {
  return new NationEcError({ code, entry: cliErrors[code], cause, details, delivery })
}
