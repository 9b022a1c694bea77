import type { LedgerOrder, OrderFilter } from '@nationec/ledger'
import { formatYuan } from '@nationec/protocol'
import { type LookFlags, openExisting } from '../../books/open-existing.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { table } from '../../output/table.ts'
import { clockTime, orderView } from './views.ts'

export type ListFlags = LookFlags & OrderFilter & { readonly limit: number }

/** `nationec ledger list`: orders, newest first. */
export async function listCommand(flags: ListFlags): Promise<void> {
  await using ledger = await openExisting(flags)
  const { day, status, till, limit, json = false } = flags
  const orders: LedgerOrder[] = []
  let more = false
  for await (const order of ledger.orders({ day, status, till })) {
    if (orders.length >= limit) {
      more = true
      break
    }
    orders.push(order)
  }
  printResult({ orders: orders.map(orderView), more }, json, () => {
    say(ordersTable(orders))
    if (more) say('more with a higher --limit 可用 --limit 显示更多')
  })
}

/** Orders for people. */
export function ordersTable(orders: readonly LedgerOrder[]): string {
  const columns = [
    ...['time 时间', 'medOrgOrd 机构订单号', 'payOrdId 支付订单号', 'status 状态'].map((title) => ({ title })),
    ...['total 总额', 'refunds 退费'].map((title) => ({ title, align: 'right' as const })),
    { title: 'till 终端' },
  ]
  return table(
    columns,
    orders.map(({ createdAt, medOrgOrd, payOrdId, status, ordStas, total, held, till }) => [
      ...[clockTime(createdAt), medOrgOrd ?? '-', payOrdId ?? '-'],
      ...[ordStas === undefined ? status : `${status} (${ordStas})`, total === undefined ? '-' : formatYuan(total)],
      ...[formatYuan(held.total), till ?? '-'],
    ]),
  )
}
