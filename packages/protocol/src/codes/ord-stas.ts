import { type CodeEntry, type CodeTable, tableOf } from './code-table.ts'

/**
 * What a state means for the till.
 *
 * - `pending`: nothing is paid for good
 * - `completing`: some part is paid, the order is not finished; amounts must prove it
 * - `settled`: paid in full
 * - `partly-refunded`, `refunded`, `revoked`, `failed`: as they say
 */
export type OrdStasClass = 'pending' | 'completing' | 'settled' | 'partly-refunded' | 'refunded' | 'revoked' | 'failed'

/** A state of an order; `class` is absent where the meaning is not published. */
export interface OrdStasEntry<Code extends string = string> extends CodeEntry<Code> {
  readonly class?: OrdStasClass
}

const unpublished = {
  zh: '含义未公开',
  en: 'meaning not published',
  evidence: 'assumption',
  note: 'The value exists in a newer edition of the centre; treat the order as still open.',
} as const

const states = [
  { code: '0', zh: '已保存', en: 'saved', class: 'pending', evidence: 'single source' },
  { code: '1', zh: '预结算完成', en: 'pre-settled', class: 'pending', evidence: 'single source' },
  { code: '2', zh: '结算中', en: 'settling', class: 'pending', evidence: 'single source' },
  { code: '3', zh: '自费完成', en: 'cash part paid', class: 'completing', evidence: 'single source' },
  { code: '4', zh: '医保支付完成', en: 'insurance part paid', class: 'completing', evidence: 'single source' },
  { code: '5', zh: '院内结算完成', en: 'settled inside the hospital', class: 'completing', evidence: 'single source' },
  { code: '6', zh: '结算完成', en: 'settled', class: 'settled', evidence: 'confirmed' },
  { code: '7', zh: '已退款', en: 'refunded', class: 'refunded', evidence: 'single source' },
  {
    code: '8',
    zh: '已医保全部退款',
    en: 'insurance part refunded in full',
    class: 'partly-refunded',
    evidence: 'single source',
  },
  {
    code: '9',
    zh: '仅自费全部退款',
    en: 'only the cash part refunded, in full',
    class: 'partly-refunded',
    evidence: 'single source',
  },
  {
    code: '10',
    zh: '仅自费部分退款',
    en: 'only the cash part refunded, in part',
    class: 'partly-refunded',
    evidence: 'single source',
  },
  {
    code: '11',
    zh: '医保全部退自费部分退款',
    en: 'insurance part refunded in full, cash part in part',
    class: 'partly-refunded',
    evidence: 'single source',
  },
  { code: '12', zh: '已撤销', en: 'revoked', class: 'revoked', evidence: 'single source' },
  { code: '13', zh: '医保已撤销', en: 'insurance part revoked', class: 'revoked', evidence: 'single source' },
  { code: '14', zh: '异常', en: 'abnormal', class: 'failed', evidence: 'single source' },
  { code: '15', zh: '结算失败', en: 'settlement failed', class: 'failed', evidence: 'single source' },
  {
    code: '16',
    zh: '医保结算失败自费冲正失败',
    en: 'insurance settlement failed and reversing the cash part failed',
    class: 'failed',
    evidence: 'single source',
  },
  { code: '17', ...unpublished },
  { code: '18', ...unpublished },
  { code: '19', ...unpublished },
  { code: '20', ...unpublished },
  { code: '21', ...unpublished },
  { code: '22', ...unpublished },
  { code: '23', ...unpublished },
  { code: '24', ...unpublished },
  { code: '25', ...unpublished },
] as const satisfies readonly OrdStasEntry[]

export type OrdStas = (typeof states)[number]['code']

/**
 * 订单状态. The table is known from one source, the classes from three.
 *
 * A value that is missing here, or has no class, must be treated as still open.
 */
export const ordStas: CodeTable<OrdStasEntry<OrdStas>> = tableOf<OrdStasEntry<OrdStas>>(
  'ordStas',
  '订单状态',
  'State of an order',
  states,
)
