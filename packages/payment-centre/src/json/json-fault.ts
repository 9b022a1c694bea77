import type { BilingualText } from '@nationec/errors'

/** A value that JSON cannot hold, and the member that it is, `data.list.0.cnt`. */
export type JsonFault = BilingualText & { readonly path: string }

/** As deep as a reader goes. */
const DEEPEST = 64

/**
 * The first value that JSON would drop or turn into another one without a word: `NaN` into null, a Map into `{}`, bytes into
 * an object of digits. A member that is `undefined` counts as left out.
 */
export function jsonFaultIn(value: unknown, path: string, above: readonly unknown[] = []): JsonFault | undefined {
  const fault = faultOf(value, above)
  if (fault !== undefined) return { path, ...fault }
  if (typeof value !== 'object' || value === null || hasToJson(value)) return undefined
  const within = [...above, value]
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined && !Array.isArray(value)) continue
    const found = jsonFaultIn(member, `${path}.${/^\w{1,40}$/.test(name) ? name : '?'}`, within)
    if (found !== undefined) return found
  }
  // The empty places of a list are no entries.
  const isWhole = !Array.isArray(value) || Object.keys(value).length >= value.length
  return isWhole ? undefined : { path, en: 'a list with empty places', zh: '含空位的数组' }
}

function faultOf(value: unknown, above: readonly unknown[]): BilingualText | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined
    case 'number':
      return Number.isFinite(value) ? undefined : { en: String(value), zh: ` ${value}` }
    case 'object':
      if (above.includes(value)) return { en: 'a loop', zh: '循环引用' }
      if (above.length > DEEPEST) return { en: 'nested deeper than 64 levels', zh: '嵌套超过 64 层的值' }
      return value === null || isPlain(value) ? undefined : kindOf(value)
    case 'undefined':
      return { en: 'undefined', zh: ' undefined' }
    default:
      return { en: `a ${typeof value}`, zh: ` ${typeof value}` }
  }
}

function isPlain(value: object): boolean {
  if (Array.isArray(value) || hasToJson(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  // That of a plain object of another realm is another one, and has nothing above it either.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function hasToJson(value: object): boolean {
  return 'toJSON' in value && typeof value.toJSON === 'function'
}

function kindOf(value: object): BilingualText {
  const [, kind = 'Object'] = /^\[object (\w{1,30})\]$/.exec(Object.prototype.toString.call(value)) ?? []
  return kind === 'Object'
    ? { en: 'a class instance', zh: '类实例' }
    : { en: `of the class ${kind}`, zh: ` ${kind} 对象` }
}
