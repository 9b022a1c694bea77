import type { DifferenceClass, LedgerRow, ListName, OtherList } from '../compare/difference.ts'
import type { RowKind } from '../row.ts'

// The words of a report: Chinese first, for a bookkeeper.

export const CLASSES: Readonly<Record<DifferenceClass, readonly [zh: string, en: string]>> = {
  'missing-here': ['账本缺失', 'not in the ledger'],
  'missing-there': ['清单缺失', 'not in the list'],
  amount: ['金额不符', 'another amount'],
  split: ['分摊不符', 'another split'],
  state: ['状态不符', 'another state'],
  double: ['重复入账', 'listed twice'],
}

export const LISTS: Readonly<Record<ListName | 'ledger', readonly [zh: string, en: string]>> = {
  ledger: ['资金账本', 'ledger'],
  centre: ['中心清单', "centre's list"],
  institution: ['机构清单', "institution's list"],
}

export const KINDS: Readonly<Record<RowKind, readonly [zh: string, en: string]>> = {
  payment: ['支付', 'payment'],
  refund: ['退费', 'refund'],
}

export const STATUSES: Readonly<Record<LedgerRow['status'], readonly [zh: string, en: string]>> = {
  done: ['已执行', 'done'],
  open: ['未完成', 'open'],
  'not-done': ['未执行', 'not done'],
  unknown: ['结果未知', 'unknown'],
}

export const OTHERS: Readonly<Record<OtherList, readonly [zh: string, en: string]>> = {
  'as-ledger': ['与账本一致', 'as the ledger'],
  'as-list': ['与该清单一致', 'as this list'],
  otherwise: ['与两者均不同', 'differs from both'],
  absent: ['未列入', 'does not have it'],
}

/** The sums of a report, a line for each source and kind. */
export const SOURCES = ['ledger', 'centre', 'institution'] as const
