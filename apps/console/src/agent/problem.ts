import { AgentError } from '@nationec/browser'
import { ref } from 'vue'
import { language } from '../texts/language.ts'

/** What went wrong last, for the bar at the top of the cashier's side. */
export const lastProblem = ref<AgentError>()

/** The words of an error in the language of the page. */
export function wordsOf(error: unknown): { title: string; advice: string; code: string } {
  if (error instanceof AgentError) {
    const { summary, advice, code } = error
    return { title: summary[language.value], advice: advice[language.value], code }
  }
  return { title: String(error), advice: '', code: 'PAGE' }
}

/** Runs what a button does; a failure is shown and not thrown. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  lastProblem.value = undefined
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AgentError)) throw error
    lastProblem.value = error
    return undefined
  }
}
