import { storeError } from '../../errors/ledger-error.ts'
import type { OperationRow, OrderRow, Row } from '../rows.ts'

/** A table in memory: rows by id, in the order of pages, and by the values that they are looked up with. */
export interface MemoryTable<AnyRow extends Row> {
  get(id: string): AnyRow | undefined
  /** Newest first. */
  by(index: string, value: string): AnyRow[]
  put(row: AnyRow): void
  remove(id: string): void
  /** Oldest first. */
  all(): readonly AnyRow[]
}

/** The values by which a row is found: names of indexes to values. */
export type Keys<AnyRow> = (row: AnyRow) => readonly (readonly [index: string, value: string | undefined])[]

export function memoryTable<AnyRow extends Row>(keysOf: Keys<AnyRow>): MemoryTable<AnyRow> {
  const rows = new Map<string, AnyRow>()
  const indexes = new Map<string, Set<string>>()
  let sorted: AnyRow[] | undefined = []

  const placesOf = (row: AnyRow): string[] =>
    keysOf(row).flatMap(([index, value]) => (value === undefined ? [] : [`${index}\n${value}`]))

  function forget(id: string, places: readonly string[]): void {
    for (const place of places) {
      const ids = indexes.get(place)
      ids?.delete(id)
      if (ids?.size === 0) indexes.delete(place)
    }
  }

  return {
    get: (id) => rows.get(id),
    by(index, value) {
      const ids = indexes.get(`${index}\n${value}`) ?? []
      return [...ids].map((id) => rows.get(id) as AnyRow).sort((left, right) => compare(right, left))
    },
    put(row) {
      const known = rows.get(row.id)
      rows.set(row.id, row)
      sorted = undefined
      const [old, places] = [known === undefined ? [] : placesOf(known), placesOf(row)]
      if (old.length === places.length && old.every((place, index) => place === places[index])) return
      forget(row.id, old)
      for (const place of places) {
        const ids = indexes.get(place)
        if (ids === undefined) indexes.set(place, new Set([row.id]))
        else ids.add(row.id)
      }
    },
    remove(id) {
      const row = rows.get(id)
      if (row !== undefined) forget(id, placesOf(row))
      rows.delete(id)
      sorted = undefined
    },
    all() {
      sorted ??= [...rows.values()].sort(compare)
      return sorted
    },
  }
}

/** The order of pages. */
export function compare(left: Row, right: Row): number {
  return left.createdAt - right.createdAt || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
}

export const operationKeys: Keys<OperationRow> = (row) => [
  ['key', keyOf(row.scope, row.key)],
  ['order', row.order],
  ['alike', row.alike],
  ['medOrgOrd', row.medOrgOrd],
  ['payOrdId', row.payOrdId],
  ['appRefdSn', row.appRefdSn],
  ['refdSn', row.refdSn],
  ...row.holds.map((hold) => ['hold', hold] as const),
]

export const orderKeys: Keys<OrderRow> = ({ medOrgOrd, payOrdId }) => [
  ['medOrgOrd', medOrgOrd],
  ['payOrdId', payOrdId],
]

export function keyOf(scope: string, key: string): string {
  return `${scope}\n${key}`
}

/** Refuses an order whose refunds exceed what was paid. */
export function checkBuckets({ paid, held, excess }: OrderRow): void {
  const names = ['total', 'fund', 'account', 'cash'] as const
  if (names.some((name) => held[name] < 0n)) throw storeError('BUCKET_EXCEEDED')
  if (paid === undefined || excess) return
  if (names.some((name) => held[name] > paid[name])) throw storeError('BUCKET_EXCEEDED')
}
