import type { LedgerOperation } from '@nationec/ledger'
import { formatYuan } from '@nationec/protocol'
import { shownKey } from '../../books/operation-note.ts'
import { table } from '../../output/table.ts'
import { clockTime } from './views.ts'

/** Operations for people. */
export function operationsTable(operations: readonly LedgerOperation[]): string {
  const columns = [
    ...['time 时间', 'kind 类型', 'state 状态', 'key 键'].map((title) => ({ title })),
    { title: 'amount 金额', align: 'right' as const },
    { title: 'id 编号' },
  ]
  return table(
    columns,
    operations.map((operation) => [
      ...[clockTime(operation.startedAt), operation.kind, stateOf(operation), shownKey(operation.key)],
      ...[operation.amount === undefined ? '-' : formatYuan(operation.amount), operation.id],
    ]),
  )
}

function stateOf(operation: LedgerOperation): string {
  const outcome = operation.state === 'closed' ? ` ${operation.outcome}` : ''
  const proof = 'proof' in operation && operation.proof !== 'answer' ? ` (${operation.proof})` : ''
  const code = operation.code === undefined || operation.state === 'done' ? '' : ` ${operation.code}`
  return `${operation.state}${outcome}${proof}${code}`
}
