/**
 * Freezes a value and everything in it; what is frozen already is left as it is.
 *
 * @example
 * ```ts
 * import { deepFreeze } from '@nationec/protocol'
 *
 * console.log(Object.isFrozen(deepFreeze({ paths: { refund: '/refund' } }).paths)) // true
 * ```
 */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
