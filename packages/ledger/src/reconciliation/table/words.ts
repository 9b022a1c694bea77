import { defaultProfile, type OrderClass, type Profile } from '@nationec/protocol'
import type { RowKind, RowStatus } from '../row.ts'

/** Words of the column `kind`. */
const KINDS: Readonly<Record<string, RowKind>> = {
  ...of('payment', ['支付', '缴费', '收费', '结算', '消费', '正交易', 'PAYMENT', 'PAY']),
  ...of('refund', ['退费', '退款', '退货', '冲正', '反交易', 'REFUND']),
}

/** Words of the column `status`. */
const STATUSES: Readonly<Record<string, RowStatus>> = {
  ...of('done', ['成功', '支付成功', '已支付', '结算成功', '结算完成', '已结算', '已完成', 'SUCC', 'SUCCESS', 'PAID']),
  ...of('done', ['退费成功', '退款成功', '已退费', '已退款', '部分退款', '部分退费', 'REFUNDED']),
  ...of('open', ['待支付', '未支付', '支付中', '结算中', '处理中', '退款中', '退费中', '异常', 'EXP', 'PROCESSING']),
  ...of('not-done', [
    '失败',
    '支付失败',
    '退款失败',
    '退费失败',
    '已撤销',
    '已关闭',
    '已取消',
    'FAIL',
    'FAILED',
    'CLOSED',
  ]),
}

/** What a class of the centre's states says of the payment. A failed one may have moved a part of the money. */
const OF_CLASS: Readonly<Record<OrderClass, RowStatus>> = {
  pending: 'open',
  completing: 'open',
  failed: 'open',
  settled: 'done',
  'partly-refunded': 'done',
  refunded: 'done',
  revoked: 'not-done',
}

export interface Words {
  kindOf(word: string): RowKind | undefined
  statusOf(word: string): RowStatus | undefined
}

/** The words of a file: those that are told come before those that are known, and before the codes of `ordStas`. */
export function wordsOf(told: {
  readonly kinds?: Readonly<Record<string, RowKind>> | undefined
  readonly statuses?: Readonly<Record<string, RowStatus>> | undefined
  readonly profile?: Pick<Profile, 'orderClasses'> | undefined
}): Words {
  const { orderClasses } = told.profile ?? defaultProfile
  const codes = Object.entries(orderClasses).map(([code, name]) => [code, OF_CLASS[name]] as const)
  const kinds = new Map(Object.entries({ ...KINDS, ...upper(told.kinds) }))
  const statuses = new Map(Object.entries({ ...STATUSES, ...Object.fromEntries(codes), ...upper(told.statuses) }))
  return {
    kindOf: (word) => kinds.get(word.toUpperCase()),
    statusOf: (word) => statuses.get(word.toUpperCase()) ?? statuses.get(word.replace(/^0+(?=\d)/, '')),
  }
}

function of<Meaning>(meaning: Meaning, words: readonly string[]): Record<string, Meaning> {
  return Object.fromEntries(words.map((word) => [word, meaning]))
}

function upper<Meaning>(words: Readonly<Record<string, Meaning>> = {}): Record<string, Meaning> {
  return Object.fromEntries(Object.entries(words).map(([word, meaning]) => [word.trim().toUpperCase(), meaning]))
}
