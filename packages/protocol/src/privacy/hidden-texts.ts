import { displayRule } from './display-rule.ts'
import { jsonInside } from './rewrite-json.ts'
import { showKnown } from './show-known.ts'

/** Shorter digits and letters are codes, or stand in ordinary words too. */
const SHORTEST_ASCII = 6
const SHORTEST = 2

/**
 * Collects the texts of a body that must not be shown, so that they can be taken out of a message that the terminal or the
 * centre wrote and that may repeat them.
 *
 * Every text that `showKnown` hides is among them, those of JSON inside a text too. Short texts are left out, because a
 * refusal would be masked beyond reading: one character; up to five letters and digits unless the field is personal.
 *
 * @example
 * ```ts
 * import { hiddenTexts, maskText } from '@nationec/protocol/privacy'
 *
 * const hidden = hiddenTexts({ userName: '张三', insutype: '310' })
 * console.log(maskText('张三 310', hidden)) // *** 310
 * ```
 */
export function hiddenTexts(body: unknown): string[] {
  const found: string[] = []
  const open: { readonly value: unknown; readonly path: readonly string[]; readonly personal: boolean }[] = [
    { value: body, path: [], personal: false },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, personal } = next
    if (Array.isArray(value)) {
      for (const item of value) open.push({ value: item, path, personal })
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        open.push({ value: member, path: [...path, name], personal: personal || isPersonal(name) })
      }
    } else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value)
      const inner = jsonInside(text)
      if (inner !== undefined) open.push({ value: inner, path, personal })
      if (isLong(text, personal) && showKnown(text, path) !== text) found.push(text)
    }
  }
  return found
}

function isPersonal(name: string): boolean {
  const { hidden } = displayRule(name)
  return hidden !== undefined && hidden !== 'text' && hidden !== 'unknown'
}

function isLong(text: string, personal: boolean): boolean {
  return text.length >= (personal || /[^ -~]/.test(text) ? SHORTEST : SHORTEST_ASCII)
}
