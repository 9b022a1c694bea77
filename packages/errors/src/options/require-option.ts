import type { BilingualText } from '../catalogue.ts'
import { wrongOption } from './option-details.ts'
import type { OptionErrorMaker } from './option-error.ts'

/**
 * Refuses an option that is wrong, by its name and with what it must be, in both languages; its value is never shown.
 *
 * @param isRight whether the option can be used
 * @param name as the caller wrote it, `host.path` for a member of a member
 * @param expected what follows "must be" and 应为
 * @param makeError `optionError`, or what makes the package's own error where its guard promises one
 * @throws what `makeError` makes
 *
 * @example
 * ```ts
 * import { aFunction, optionError, requireOption } from '@nationec/errors'
 *
 * function subscribe(options: { readonly onPush: () => void }): void {
 *   requireOption(typeof options.onPush === 'function', 'onPush', aFunction, optionError)
 * }
 * subscribe({ onPush: () => {} })
 * ```
 */
export function requireOption(
  isRight: boolean,
  name: string,
  expected: BilingualText,
  makeError: OptionErrorMaker,
): asserts isRight {
  if (isRight) return
  throw makeError(wrongOption(name, expected))
}
