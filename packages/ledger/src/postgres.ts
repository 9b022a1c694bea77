/**
 * The ledger in PostgreSQL.
 *
 * @module
 */
export { type Addresses, postgresAddresses, type StoredAddress } from './store/postgres/addresses.ts'
export type { PostgresClient, PostgresPool } from './store/postgres/pool.ts'
export { type PostgresStoreOptions, postgresStore } from './store/postgres/postgres-store.ts'
