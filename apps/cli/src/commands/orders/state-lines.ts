import { ordStas as stateTable } from '@nationec/protocol'
import { table } from '../../output/table.ts'
import type { CallResult } from '../call/call-result.ts'

/** The state of an order and its amounts, for people. */
export function stateLines({ status, ordStas, amounts }: CallResult): string[] {
  if (status === undefined) return []
  const known = ordStas === undefined ? undefined : stateTable.get(ordStas)
  const text = known === undefined ? '' : `: ${known.en} ${known.zh}`
  const state = `status 状态: ${status} (ordStas ${ordStas ?? '-'}${text})`
  if (amounts === undefined) return [state, '']
  const columns = ['total 总额', 'fund 基金', 'account 个账', 'cash 现金'].map((title) => ({
    title,
    align: 'right' as const,
  }))
  return [state, '', table(columns, [[amounts.total, amounts.fund, amounts.account, amounts.cash]]), '']
}
