/**
 * The ledger in a SQLite file.
 *
 * @module
 */
export type { SqliteDatabase, SqliteStatement } from './store/sqlite/driver.ts'
export {
  restoreSqliteLedger,
  type SqliteFolder,
  type SqliteGiven,
  type SqliteStoreOptions,
  sqliteStore,
  verifySqliteLedger,
} from './store/sqlite/sqlite-store.ts'
export { type RenewedMark, renewSqliteMark } from './upkeep/renew-mark.ts'
