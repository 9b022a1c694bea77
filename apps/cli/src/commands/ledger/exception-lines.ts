import type { ExceptionKind, ExceptionRow } from '@nationec/ledger'
import { clockTime } from './views.ts'

/** Why a person is called. */
const KINDS: Readonly<Record<ExceptionKind, string>> = {
  'outcome-unknown': 'the schedule is used up and the outcome is not known 多次查询后结果仍未知',
  'refund-unclear': 'whether the refund was done cannot be told by a query 查询无法判明退费是否执行',
  'settlement-failed': 'states 14 to 16 need a person 订单状态 14 至 16，须人工处理',
  'token-lost': 'an unpaid order without its payToken 未支付订单的 payToken 已丢失',
  'amounts-disagree': 'amounts do not agree 金额不一致',
  'foreign-number': 'a number of another bill or refund 编号属于另一账单或退费',
  contradiction: 'an answer contradicts what is known 应答与已知状态矛盾',
  'repeated-bill': 'the bill was uploaded more than once 账单重复上传',
  'over-refunded': 'more was refunded than was paid 退费超过已支付金额',
  'late-truth': 'a later proof contradicts a decision 事后证据与人工认定不符',
  'mark-renewed': 'the mark of the end was lost: events may be missing 末尾标记曾丢失，末尾可能缺少记录',
  reconciliation: 'a list of the day differs 与对账清单不符',
}

/** An exception for people. */
export function exceptionLines({ id, kind, createdAt, operation, open, facts }: ExceptionRow): string[] {
  const told = Object.entries(facts).filter(([name]) => name !== 'by' && name !== 'because')
  return [
    `${open ? '!' : '-'} ${kind}: ${KINDS[kind]}`,
    `  exception 异常 ${id}, since 发生于 ${clockTime(createdAt)}`,
    ...(operation === undefined ? [] : [`  operation 操作 ${operation}`]),
    ...(told.length === 0 ? [] : [`  ${told.map(([name, value]) => `${name}: ${value}`).join(', ')}`]),
  ]
}
