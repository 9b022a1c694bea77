import type { BilingualText } from '../catalogue.ts'
import { didYouMean } from './nearest.ts'

/** Says what an option must be; for errors that tell several at once. {@link requireOption} throws it. */
export function wrongOption(name: string, { en, zh }: BilingualText): BilingualText {
  return { en: `\`${name}\` must be ${en}.`, zh: `\`${name}\` 应为：${zh}。` }
}

/**
 * Says that an option does not exist, and which one was probably meant; for errors that tell several at once.
 * {@link requireKnownOptions} throws it.
 *
 * @param name as given; shown only if it looks like a name, because a table of patients may be passed by mistake
 * @param known the names that exist
 * @param place what stands before each name, such as `host.`
 */
export function unknownOption(name: string, known: readonly string[], place = ''): BilingualText {
  const shown = `\`${place}${/^[A-Za-z_$][\w$-]{0,39}$/.test(name) ? name : '(?)'}\``
  // The word of most other libraries is far from ours.
  const hint = didYouMean(/^time/i.test(name) && known.includes('deadline') ? 'deadline' : name, known, place)
  return { en: `${shown} is not an option${hint.en}.`, zh: `没有选项 ${shown}${hint.zh}。` }
}
