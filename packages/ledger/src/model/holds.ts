import type { OperationRow, OrderRow } from '../store/rows.ts'

/** Numbers that a request is about; a raw request may name several of a kind. */
export interface Subjects {
  readonly bills: readonly string[]
  readonly orders: readonly string[]
  readonly refund?: string | undefined
  readonly alike?: string | undefined
}

/**
 * What an operation holds while it is open, so that no other on the same bill or order goes out: the numbers that it names,
 * and those that the ledger knows to be of the same order.
 */
export function holdsFor({ bills, orders, refund, alike }: Subjects, known: readonly OrderRow[]): string[] {
  const subjects = new Set([
    ...bills.map(billHold),
    ...orders.map(orderHold),
    ...known.flatMap(({ medOrgOrd }) => (medOrgOrd === undefined ? [] : [billHold(medOrgOrd)])),
    ...known.flatMap(({ payOrdId }) => (payOrdId === undefined ? [] : [orderHold(payOrdId)])),
    ...(refund === undefined ? [] : [refundHold(refund)]),
    ...(alike === undefined ? [] : [alikeHold(alike)]),
  ])
  return [...subjects]
}

/** What an operation holds for good: a refund number has one effect. */
export function lastingHolds({ holds }: Pick<OperationRow, 'holds'>): string[] {
  return holds.filter((hold) => hold.startsWith('refund ') || hold.startsWith('centre-refund '))
}

const billHold = (medOrgOrd: string): string => `bill ${medOrgOrd}`
const orderHold = (payOrdId: string): string => `order ${payOrdId}`
const refundHold = (appRefdSn: string): string => `refund ${appRefdSn}`
export const centreRefundHold = (refdSn: string): string => `centre-refund ${refdSn}`
export const alikeHold = (alike: string): string => `alike ${alike}`
