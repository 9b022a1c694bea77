import { formatYuan, ordStas as stateTable } from '@nationec/protocol'
import { table } from '../../output/table.ts'
import type { CallResult } from '../call/call-result.ts'

const REASONS: Readonly<Record<string, string>> = {
  state: ': the profile does not list this state 该状态码不在 profile 中',
  'amounts-missing': ': a paid state without all four amounts 已支付但缺少金额',
  'amounts-disagree': ': the amounts do not make the total 各项金额之和与总额不符',
  contradiction: ': it contradicts what the ledger knows, a person must look 与账本已知状态矛盾，请人工核对',
  'foreign-number': ': the number belongs to another bill, a person must look 该编号属于另一账单，请人工核对',
}

/** The state of an order and its amounts, for people. */
export function stateLines({ status, ordStas, reason, amounts }: CallResult): string[] {
  if (status === undefined) return []
  const known = ordStas === undefined ? undefined : stateTable.get(ordStas)
  const text = known === undefined ? '' : `: ${known.en} ${known.zh}`
  const state = `status 状态: ${status} (ordStas ${ordStas ?? '-'}${text})`
  const why = reason === undefined ? [] : [`reason 原因: ${reason}${REASONS[reason] ?? ''}`]
  if (amounts === undefined) return [state, ...why, '']
  const { total, fund, account, cash } = amounts
  const columns = ['total 总额', 'fund 基金', 'account 个账', 'cash 现金'].map((title) => ({
    title,
    align: 'right' as const,
  }))
  return [state, '', table(columns, [[total, fund, account, cash].map(formatYuan)]), '']
}
