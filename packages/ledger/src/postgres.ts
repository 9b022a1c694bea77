/**
 * The ledger in PostgreSQL.
 *
 * @module
 */
export type { PostgresClient, PostgresPool } from './store/postgres/pool.ts'
export { type PostgresStoreOptions, postgresStore } from './store/postgres/postgres-store.ts'
