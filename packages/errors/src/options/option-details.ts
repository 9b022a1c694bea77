import type { BilingualText } from '../catalogue.ts'
import { didYouMean } from './nearest.ts'

/** Says what an option must be; for errors that tell several at once. {@link requireOption} throws it. */
export function wrongOption(name: string, { en, zh }: BilingualText): BilingualText {
  // Chinese typography: a blank between a Chinese character and a Latin letter or a digit.
  const blank = /^[\w`-]/.test(zh) ? ' ' : ''
  return { en: `\`${name}\` must be ${en}.`, zh: `\`${name}\` 须为${blank}${zh}。` }
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
  const there = known.map((one) => `\`${place}${one}\``)
  const list = hint.en === '' ? { en: `; there are ${there.join(', ')}`, zh: `；可用选项：${there.join('、')}` } : hint
  return { en: `${shown} is not an option${list.en}.`, zh: `没有选项 ${shown}${list.zh}。` }
}
