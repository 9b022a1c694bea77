import { fenOf, type Yuan, yuanFromFen } from '@nationec/protocol'
import type { RowKind } from '../row.ts'
import type { AMOUNTS, LedgerRow } from './difference.ts'

/** What is done of one kind: how many, and how much. */
export interface KindSums {
  readonly count: number
  readonly total: Yuan
  readonly fund: Yuan
  readonly account: Yuan
  readonly cash: Yuan
}

/** A list summed up; what is not done is not in it. */
export type ListSums = { readonly [Kind in RowKind]: KindSums }

export function sumsOf(rows: readonly Pick<LedgerRow, 'kind' | 'status' | (typeof AMOUNTS)[number]>[]): ListSums {
  const of = (kind: RowKind): KindSums => {
    const done = rows.filter((row) => row.kind === kind && row.status === 'done')
    const sum = (name: (typeof AMOUNTS)[number]): Yuan =>
      yuanFromFen(done.reduce((fen, row) => fen + fenOf(row[name] ?? '0'), 0n))
    return {
      count: done.length,
      ...{ total: sum('total'), fund: sum('fund'), account: sum('account'), cash: sum('cash') },
    }
  }
  return { payment: of('payment'), refund: of('refund') }
}
