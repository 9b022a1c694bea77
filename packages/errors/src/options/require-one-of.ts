import { oneOf } from './expectations.ts'
import { didYouMean } from './nearest.ts'
import type { OptionErrorMaker } from './option-error.ts'
import { requireOption } from './require-option.ts'

/**
 * Refuses a word that is not one of a few, with those that exist and the one that was probably meant.
 *
 * @throws what `makeError` makes
 *
 * @example
 * ```ts
 * import { optionError, requireOneOf } from '@nationec/errors'
 *
 * const charset: string = 'gb18030'
 * requireOneOf(charset, 'charset', ['utf-8', 'gb18030'], optionError)
 * ```
 */
export function requireOneOf<const Word extends string>(
  given: unknown,
  name: string,
  words: readonly Word[],
  makeError: OptionErrorMaker,
): asserts given is Word {
  const known: readonly unknown[] = words
  if (known.includes(given)) return
  const { en, zh } = oneOf(...words)
  const hint = typeof given === 'string' ? didYouMean(given, words) : { en: '', zh: '' }
  requireOption(false, name, { en: en + hint.en, zh: zh + hint.zh }, makeError)
}
