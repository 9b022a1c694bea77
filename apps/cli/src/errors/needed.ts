import type { NationEcError } from '@nationec/errors'
import { cliError } from './cli-error.ts'

/** An option that the others make necessary; what is always necessary the reader of the command line demands itself. */
export function needed(option: string, or?: string): NationEcError {
  const [en, zh] = or === undefined ? ['', ''] : [` or ${or}`, ` 或 ${or}`]
  const text = { en: `${option}${en} must be given.`, zh: `须给出 ${option}${zh}。` }
  return cliError('USAGE', { details: [text] })
}
