import type { Amounts } from '@nationec/browser'
import { fenOf, formatYuan, isYuan, yuan, yuanFromFen } from '@nationec/protocol'

/** Where money is paid from, as the cashier counts it. */
export const buckets = ['fund', 'account', 'cash'] as const

export const NONE: Amounts = { total: '0.00', fund: '0.00', account: '0.00', cash: '0.00' }

const fen = (amount: string | undefined): bigint => (amount === undefined ? 0n : fenOf(yuan(amount)))
const text = (amount: bigint): string => formatYuan(yuanFromFen(amount))

const each = (made: (name: keyof Amounts) => bigint): Amounts => ({
  total: text(made('total')),
  fund: text(made('fund')),
  account: text(made('account')),
  cash: text(made('cash')),
})

/** 可退: what was paid without what refunds hold. */
export const left = (paid: Amounts, held: Amounts = NONE): Amounts => each((name) => fen(paid[name]) - fen(held[name]))

export const sum = (all: readonly Amounts[]): Amounts =>
  each((name) => all.reduce((total, one) => total + fen(one[name]), 0n))

/** How many hundredths of the whole a part is, for pictures. */
export const percent = (part: string | undefined, whole: string | undefined): number =>
  fen(whole) === 0n ? 0 : Number((fen(part) * 10_000n) / fen(whole)) / 100

export const isNothing = (amount: string): boolean => fen(amount) === 0n

/** Whether a text is an amount that may be given back. */
export const isRefund = (amount: string, most: string): boolean =>
  isYuan(amount) && fen(amount) > 0n && fen(amount) <= fen(most)

/** `1` and `1.5` as the ledger writes them. */
export const asYuan = (amount: string): string => (isYuan(amount) ? formatYuan(yuan(amount)) : amount)
