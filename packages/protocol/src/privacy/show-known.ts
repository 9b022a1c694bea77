import { displayRule, fits } from './display-rule.ts'
import { fieldsNamed } from './fields-by-name.ts'
import { MASK } from './mask.ts'
import { maskText } from './mask-text.ts'

/**
 * Shows a value if its field is known and the value has the form that the field table gives it, else `***`.
 *
 * What is shown is chosen, not what is hidden: an identity number in `transType`, a name in `insutype` and every value of
 * an unknown field are hidden.
 *
 * @param path the keys from the outside in, the last one is that of the value
 * @example
 * ```ts
 * import { showKnown } from '@nationec/protocol/privacy'
 *
 * console.log(showKnown('310', ['data', 'insutype'])) // 310
 * console.log(showKnown('张三', ['data', 'insutype'])) // ***
 * ```
 */
export function showKnown(value: string, path: readonly string[]): string {
  const name = path.at(-1)
  return name !== undefined && fits(displayRule(name), value) ? value : MASK
}

/** Shows the key of an object if it looks like the name of a field: a key may be a person's name or number. */
export function showName(name: string): string {
  if (fieldsNamed(name).length > 0) return name
  return /^[A-Za-z_][A-Za-z0-9_]{0,40}$/.test(name) && maskText(name) === name ? name : MASK
}
