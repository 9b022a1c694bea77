import { MASK } from './mask.ts'
import { rewriteJson } from './rewrite-json.ts'
import { showKnown, showName } from './show-known.ts'

/**
 * Decides what is shown of a value.
 *
 * @param value a string or the digits of a number
 * @param path the keys from the outside in, without places in lists
 * @returns what to write instead; the value itself to show it
 */
export type Show = (value: string, path: readonly string[]) => string

/**
 * Masks the values of a JSON text and keys that are no names; JSON inside strings too. Spaces between tokens go.
 *
 * @param show default {@link showKnown}
 * @returns `undefined` if the text is not JSON
 */
export function maskJson(text: string, show: Show = showKnown): string | undefined {
  return rewriteJson(text, show, showName)
}

/**
 * Makes the text of a request or an answer fit to be shown; a text that is not JSON is hidden as a whole.
 *
 * @example
 * ```ts
 * import { maskMessage } from '@nationec/protocol/privacy'
 *
 * console.log(maskMessage('{"code":0,"data":{"insutype":"310","userName":"张三"}}'))
 * // {"code":0,"data":{"insutype":"310","userName":"***"}}
 * ```
 */
export function maskMessage(text: string): string {
  return maskJson(text) ?? MASK
}
