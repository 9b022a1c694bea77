import assert from 'node:assert/strict'
import { isStoreError } from '../../errors/ledger-error.ts'
import type { StoreErrorCode } from '../../errors/store-errors.ts'
import { canonical } from '../chain.ts'
import type { OpenStore, Page, PageQuery } from '../contract.ts'
import type { StoreAbility, StoreSubject } from './subject.ts'

/** A subject that can do everything that the case declared in `needs`. */
export type AbleSubject = { readonly [Name in keyof StoreSubject]-?: NonNullable<StoreSubject[Name]> }

/** What a case works with. */
export interface StoreCaseContext {
  readonly subject: AbleSubject
  /** Opens a store, by default a new one over the place of the subject; it is closed after the case. */
  open(store?: ReturnType<StoreSubject['store']>): Promise<OpenStore>
}

/** One rule of the contract, under a title that never changes: skip lists and reports name it. */
export interface StoreCase {
  readonly title: string
  readonly needs?: readonly StoreAbility[]
  run(context: StoreCaseContext): Promise<void>
}

/** Fails unless the promise is rejected with one of these codes. */
export async function refused(what: string, promise: Promise<unknown>, ...codes: StoreErrorCode[]): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  assert.ok(outcome !== undefined, `${what} must be refused with ${codes.join(' or ')}, and was not`)
  const { error } = outcome
  assert.ok(error instanceof Error, `${what} must be refused with an error`)
  const given = (error as { code?: unknown }).code ?? error.message
  assert.ok(isStoreError(error, ...codes), `${what} must be refused with ${codes.join(' or ')}, not with ${given}`)
  return error
}

/** Fails unless both say the same: absent members and `undefined` ones are alike. */
export function same(actual: unknown, expected: unknown, what: string): void {
  assert.equal(canonical({ value: actual }), canonical({ value: expected }), what)
}

/** All rows of all pages. */
export async function everything<AnyRow>(
  read: (query: PageQuery) => Promise<Page<AnyRow>>,
  limit = 1_000,
): Promise<AnyRow[]> {
  const found: AnyRow[] = []
  let after: string | undefined
  for (let pages = 0; pages < 10_000; pages += 1) {
    const page = await read({ limit, after })
    found.push(...page.rows)
    after = page.next
    if (after === undefined) return found
  }
  return assert.fail('the pages have no end')
}

export function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id)
}
