/** Checked by the compiler alone: an amount is added and compared by its functions, and by no operator. Nothing here runs. */
import type { Client } from '@nationec/client'
import {
  addYuan,
  compareYuan,
  fenOf,
  formatYuan,
  type OrderAmounts,
  subtractYuan,
  sumYuan,
  type Yuan,
  yuan,
} from '@nationec/protocol'
import { type Equal, isTrue } from './equal.ts'

const [small, great] = [yuan('9.00'), yuan('10.00')]
const label = 'total '

export const mistakes: readonly unknown[] = [
  // @ts-expect-error as texts '9.00' is greater than '10.00'
  small > great,
  // @ts-expect-error
  small < great,
  // @ts-expect-error
  small >= great,
  // @ts-expect-error
  small <= great,
  // @ts-expect-error
  small < '10.00',
  // @ts-expect-error
  small > 8,
  // @ts-expect-error it would glue two texts
  small + great,
  // @ts-expect-error
  small + 1,
  // @ts-expect-error
  label + small,
  // @ts-expect-error
  great - small,
  // @ts-expect-error
  small * 2,
  // @ts-expect-error
  small / 2,
  // @ts-expect-error
  +small,
  // @ts-expect-error
  -small,
  // @ts-expect-error what a person reads is written by formatYuan
  `total ${small}`,
  // @ts-expect-error
  Math.max(small, great),
  // @ts-expect-error
  [small, great].reduce((sum, amount) => sum + amount),
  // @ts-expect-error
  Number.parseFloat(small),
  // @ts-expect-error
  small === '9.00',
  // @ts-expect-error
  small === 9,
  // @ts-expect-error
  small.length,
]

export function mistakenVariables(order: { amounts: OrderAmounts }): void {
  let sum = yuan('0')
  // @ts-expect-error
  sum += order.amounts.cash
  // @ts-expect-error
  sum++
  // @ts-expect-error a text becomes an amount through yuan() alone
  sum = '9.00'
  // @ts-expect-error
  const text: string = sum
  // @ts-expect-error
  const number: number = sum
  // @ts-expect-error amounts of an answer have the type, too
  void (order.amounts.cash > order.amounts.total)
  void [text, number]
}

export async function ofAnswers(client: Client): Promise<void> {
  const order = await client.querySettlement({ payOrdId: 'ORD1', payToken: 'T' })
  isTrue<Equal<NonNullable<(typeof order.body)['fundPay']>, Yuan>>()
  if (order.status !== 'settled') return
  isTrue<Equal<typeof order.amounts.total, Yuan>>()
  isTrue<Equal<typeof order.amounts.cash, Yuan>>()
}

export const right: readonly unknown[] = [
  addYuan(small, great) satisfies Yuan,
  subtractYuan(great, small) satisfies Yuan,
  sumYuan([small, great]) satisfies Yuan,
  sumYuan(new Set([small])) satisfies Yuan,
  sumYuan([{ amount: small }].map(({ amount }) => amount)) satisfies Yuan,
  compareYuan(small, great) < 0,
  [small, great].toSorted(compareYuan) satisfies Yuan[],
  small === great,
  formatYuan(small) satisfies string,
  `total ${formatYuan(small)}`,
  yuan(small) satisfies Yuan,
  fenOf(small) satisfies bigint,
  JSON.stringify({ small }),
  new Map([[small, 1]]),
]
