import type { Page } from '../store/contract.ts'

const PAGE = 200

/** Every row of a query, a page at a time: never the whole table in memory. */
export async function* allOf<AnyRow>(
  read: (page: { readonly after?: string | undefined; readonly limit: number }) => Promise<Page<AnyRow>>,
): AsyncGenerator<AnyRow, void, undefined> {
  let after: string | undefined
  do {
    const { rows, next }: Page<AnyRow> = await read({ after, limit: PAGE })
    yield* rows
    after = next
  } while (after !== undefined)
}
