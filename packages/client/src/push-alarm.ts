/** The numbers of an order. */
export interface OrderNumbers {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
}

/**
 * What is wrong with a genuine push: `order-unknown`, it tells of an order that the hospital has not uploaded;
 * `order-differs`, it gives a number of ours for an order that was uploaded under another one. Both need a person.
 */
export type PushAlarm = 'order-unknown' | 'order-differs'

/**
 * Compares a push with what is known of its order.
 *
 * @param push the numbers of the push
 * @param known the numbers of the order that was found by them; `undefined` when none was
 *
 * @example
 * ```ts
 * import { pushAlarm } from '@nationec/client/notifications'
 *
 * console.log(pushAlarm({ payOrdId: 'ORD1' }, undefined)) // order-unknown
 * console.log(pushAlarm({ payOrdId: 'ORD1', medOrgOrd: 'B1' }, { payOrdId: 'ORD1', medOrgOrd: 'B2' })) // order-differs
 * ```
 */
export function pushAlarm(push: OrderNumbers, known: OrderNumbers | undefined): PushAlarm | undefined {
  if (known === undefined) return 'order-unknown'
  return differ(push.payOrdId, known.payOrdId) || differ(push.medOrgOrd, known.medOrgOrd) ? 'order-differs' : undefined
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}
