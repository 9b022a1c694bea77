import type { DayRow, ExceptionRow, OperationRow, OrderRow, Row, TableName, Tables } from '../rows.ts'

/** What a column can hold in both databases. */
export type SqlValue = string | number | bigint | Uint8Array | null

/** A column beside the text of a row: what rows are looked up, ordered and checked by. */
export interface Column<AnyRow> {
  readonly name: string
  readonly type: 'text' | 'integer'
  readonly of: (row: AnyRow) => SqlValue
}

/** The table of each kind of row. `order` is a word of SQL. */
export const TABLES = { operation: 'operations', order: 'orders', exception: 'exceptions', day: 'days' } as const

const common: readonly Column<Row>[] = [
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'version', type: 'integer', of: ({ version }) => version },
  { name: 'created_at', type: 'integer', of: ({ createdAt }) => createdAt },
  { name: 'changed_at', type: 'integer', of: ({ changedAt }) => changedAt },
]

const operation: readonly Column<OperationRow>[] = [
  ...common,
  { name: 'scope', type: 'text', of: ({ scope }) => scope },
  { name: 'op_key', type: 'text', of: ({ key }) => key },
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'state', type: 'text', of: ({ state }) => state },
  { name: 'ord', type: 'text', of: ({ order }) => order ?? null },
  { name: 'day', type: 'text', of: ({ day }) => day },
  { name: 'till', type: 'text', of: ({ till }) => till ?? null },
  { name: 'alike', type: 'text', of: ({ alike }) => alike ?? null },
  { name: 'med_org_ord', type: 'text', of: ({ medOrgOrd }) => medOrgOrd ?? null },
  { name: 'pay_ord_id', type: 'text', of: ({ payOrdId }) => payOrdId ?? null },
  { name: 'app_refd_sn', type: 'text', of: ({ appRefdSn }) => appRefdSn ?? null },
  { name: 'refd_sn', type: 'text', of: ({ refdSn }) => refdSn ?? null },
  { name: 'owner', type: 'text', of: ({ owner }) => owner ?? null },
  { name: 'next_at', type: 'integer', of: ({ nextAt }) => nextAt ?? null },
]

/** The buckets that the database checks, in fen. */
export const BUCKETS = ['total', 'fund', 'account', 'cash'] as const

const order: readonly Column<OrderRow>[] = [
  ...common,
  { name: 'med_org_ord', type: 'text', of: ({ medOrgOrd }) => medOrgOrd ?? null },
  { name: 'pay_ord_id', type: 'text', of: ({ payOrdId }) => payOrdId ?? null },
  { name: 'status', type: 'text', of: ({ status }) => status },
  { name: 'day', type: 'text', of: ({ day }) => day },
  { name: 'till', type: 'text', of: ({ till }) => till ?? null },
  { name: 'excess', type: 'integer', of: ({ excess }) => Number(excess) },
  ...BUCKETS.flatMap((bucket): Column<OrderRow>[] => [
    { name: `paid_${bucket}`, type: 'integer', of: ({ paid }) => paid?.[bucket] ?? null },
    { name: `held_${bucket}`, type: 'integer', of: ({ held }) => held[bucket] },
  ]),
]

const exception: readonly Column<ExceptionRow>[] = [
  ...common,
  { name: 'operation', type: 'text', of: ({ operation }) => operation ?? null },
  { name: 'ord', type: 'text', of: ({ order }) => order ?? null },
  { name: 'day', type: 'text', of: ({ day }) => day },
  { name: 'is_open', type: 'integer', of: ({ open }) => Number(open) },
]

const day: readonly Column<DayRow>[] = common

export const COLUMNS: { readonly [Name in TableName]: readonly Column<Tables[Name]>[] } = {
  operation,
  order,
  exception,
  day,
}
