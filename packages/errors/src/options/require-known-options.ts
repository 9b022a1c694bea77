import { anObject } from './expectations.ts'
import { unknownOption } from './option-details.ts'
import type { OptionErrorMaker } from './option-error.ts'
import { requireOption } from './require-option.ts'

/** The name of every option of a type: the compiler refuses a list that lacks one or has one too many. */
export type OptionNames<Options> = Readonly<Record<Options extends unknown ? keyof Options & string : never, true>>

/**
 * Refuses options that do not exist, by name and with the option that was probably meant: a misspelt deadline would
 * otherwise be a deadline that was never set.
 *
 * An option that is `undefined` is passed over. No value is shown, and of names only those that look like one.
 *
 * @param given what the caller passed; anything but an object is refused
 * @param known every option that exists
 * @param makeError `optionError`, or what makes the package's own error where its guard promises one
 * @param within the option whose members these are; default: the options themselves
 * @throws what `makeError` makes
 *
 * @example
 * ```ts
 * import { isNationEcError, optionError, type OptionNames, requireKnownOptions } from '@nationec/errors'
 *
 * const names: OptionNames<{ readonly deadline?: number }> = { deadline: true }
 * try {
 *   requireKnownOptions({ timeout: 5 }, names, optionError)
 * } catch (error) {
 *   if (isNationEcError(error)) console.log(error.details[0]?.en) // `timeout` is not an option (did you mean `deadline`?).
 * }
 * ```
 */
export function requireKnownOptions(
  given: unknown,
  known: Readonly<Record<string, true>>,
  makeError: OptionErrorMaker,
  within?: string,
): void {
  requireOption(typeof given === 'object' && given !== null, within ?? 'options', anObject, makeError)
  const place = within === undefined ? '' : `${within}.`
  const names = Object.keys(known)
  // Nothing newer than ES2017 here: the SDK for old browsers carries this file.
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !names.includes(name)) throw makeError(unknownOption(name, names, place))
  }
}
