import { isNationEcError } from '@nationec/errors'

/** Prints a failure for people on stderr: our errors without a stack, everything else with it. */
export function reportFailure(error: unknown): void {
  if (isNationEcError(error)) {
    console.error(error.message)
    console.error(`delivery: ${error.delivery}`)
  } else console.error(error)
}
