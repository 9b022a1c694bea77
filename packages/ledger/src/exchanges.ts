/**
 * What a till remembers of the exchanges that a relay brought, in a SQLite file.
 *
 * @module
 */
export { type SqliteExchanges, type SqliteExchangesOptions, sqliteExchanges } from './exchanges/sqlite-exchanges.ts'
