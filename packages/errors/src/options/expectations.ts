import type { BilingualText } from '../catalogue.ts'

/** For an option that takes a function. */
export const aFunction: BilingualText = { en: 'a function', zh: '函数' }

/** For an option that takes an object, and for the options themselves. */
export const anObject: BilingualText = { en: 'an object', zh: '对象' }

/** For a switch. */
export const trueOrFalse: BilingualText = { en: '`true` or `false`', zh: '`true` 或 `false`' }

/** For a text that must hold something. */
export const someText: BilingualText = { en: 'a text that is not empty', zh: '非空文本' }

/** For an option that takes one of a few words. */
export function oneOf(...words: readonly string[]): BilingualText {
  const quoted = words.map((word) => `\`${word}\``)
  const last = quoted.pop() ?? ''
  if (quoted.length === 0) return { en: last, zh: last }
  return { en: `${quoted.join(', ')} or ${last}`, zh: `${quoted.join('、')} 或 ${last}` }
}

/** For a number between two bounds that are both allowed; `unit` says what kind of number it is. */
export function fromTo(least: number, most: number, unit: BilingualText): BilingualText {
  return { en: `${unit.en} from ${least} to ${most}`, zh: `${least} 至 ${most} 的${unit.zh}` }
}
