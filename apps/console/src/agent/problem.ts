import { AgentError } from '@nationec/browser'
import { shallowRef } from 'vue'

/** What went wrong last, for the bar above the work. */
export const lastProblem = shallowRef<AgentError>()

/** A cashier has stopped it, or it runs already: nothing to be told. */
const QUIET: ReadonlySet<string> = new Set(['GIVEN_UP', 'SALE_BUSY'])

/** Runs what a button does; a failure is shown and not thrown. */
export async function attempt<Result>(work: () => Promise<Result> | undefined): Promise<Result | undefined> {
  lastProblem.value = undefined
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AgentError)) throw error
    if (!QUIET.has(error.code)) lastProblem.value = error
    return undefined
  }
}
