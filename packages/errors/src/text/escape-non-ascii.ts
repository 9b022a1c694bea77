/**
 * Writes every character of a JSON text that is not ASCII as `\uXXXX`. Outside of strings JSON has no such characters, so
 * each may be replaced where it stands.
 *
 * @example
 * ```ts
 * import { escapeNonAscii } from '@nationec/errors'
 *
 * console.log(escapeNonAscii('{"name":"医"}')) // {"name":"\u533b"}
 * ```
 */
export function escapeNonAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
