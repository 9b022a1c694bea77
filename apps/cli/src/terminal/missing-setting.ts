import { cliError } from '../errors/cli-error.ts'

/** A setting that the chosen way to the terminal cannot do without. */
export function missing(flag: string) {
  return cliError('SETTING_INVALID', { details: [{ en: `${flag} must be given.`, zh: `须给出 ${flag}。` }] })
}
