import type { SqlRow } from '../sql/query.ts'

/** What the store uses of a `Pool` of `pg`. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
}

/** What the store uses of a client of a pool. */
export interface PostgresClient {
  query(query: { readonly name?: string; readonly text: string; readonly values?: unknown[] }): Promise<{
    readonly rows: SqlRow[]
    readonly rowCount: number | null
    readonly command?: string
  }>
  /** Whether it sends statements without waiting for the answers before: an option of newer versions of `pg`. */
  readonly pipeline?: boolean
  /** With `true` the connection is closed and not given to anyone again. */
  release(destroy?: boolean): void
}
