import { fenOf, formatYuan, type OrderAmounts, yuanFromFen } from '@nationec/protocol'
import type { Sums } from '../store/rows.ts'

export const NOTHING: Sums = { total: 0n, fund: 0n, account: 0n, cash: 0n }

const BUCKETS = ['total', 'fund', 'account', 'cash'] as const

/** What a refund asks for, as its body says it; a bucket that is left out is `undefined`. */
export interface RefundAmounts {
  readonly total: bigint
  readonly fund: bigint | undefined
  readonly account: bigint | undefined
  readonly cash: bigint | undefined
}

export function plus(left: Sums, right: Sums): Sums {
  return combine(left, right, (one, other) => one + other)
}

export function minus(left: Sums, right: Sums): Sums {
  return combine(left, right, (one, other) => one - other)
}

export function sameSums(left: Sums, right: Sums): boolean {
  return BUCKETS.every((bucket) => left[bucket] === right[bucket])
}

/** Whether some bucket of `held` is greater than that of `paid`. */
export function exceeds(held: Sums, paid: Sums): boolean {
  return BUCKETS.some((bucket) => held[bucket] > paid[bucket])
}

/**
 * What a refund reserves. A refund of everything may leave parts to the centre: when it asks for all that is left, each
 * bucket is all that is left; otherwise a bucket that is not named counts in the total only.
 */
export function reserve(asked: RefundAmounts, paid: Sums | undefined, held: Sums): Sums {
  const { total, fund, account, cash } = asked
  const whole = [fund, account, cash].every((part) => part !== undefined)
  const left = paid === undefined ? undefined : minus(paid, held)
  if (!whole && left !== undefined && left.total === total) return left
  return { total, fund: fund ?? 0n, account: account ?? 0n, cash: cash ?? 0n }
}

/** What a paid order tells. `othFeeAmt` is in the total only: no refund can name it. */
export function sumsOf({ total, fund, account, cash }: OrderAmounts): Sums {
  return { total: fenOf(total), fund: fenOf(fund), account: fenOf(account), cash: fenOf(cash) }
}

/** The same as text of yuan, for events. */
export function inYuan(sums: Sums, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(BUCKETS.map((bucket) => [`${prefix}.${bucket}`, formatYuan(yuanFromFen(sums[bucket]))]))
}

function combine(left: Sums, right: Sums, by: (one: bigint, other: bigint) => bigint): Sums {
  const { total, fund, account, cash } = left
  return {
    total: by(total, right.total),
    fund: by(fund, right.fund),
    account: by(account, right.account),
    cash: by(cash, right.cash),
  }
}
