import { storeError } from '../../errors/ledger-error.ts'
import type { Attempt } from '../attempt.ts'
import { rows, run, type Work } from '../sql/query.ts'
import { takeTurn } from './migrating.ts'
import type { PostgresStoreOptions } from './postgres-store.ts'
import { sessionsOver } from './session.ts'

/** Where a request went: the exchange, the till and the memory that is asked later. */
export interface StoredAddress {
  readonly exchange: string
  readonly till: string
  readonly ledger: string
}

/** Where the requests of a ledger in PostgreSQL went. */
export interface Addresses {
  /**
   * Stores where a request goes, before it leaves.
   *
   * @throws `STALE` unless the attempt is still the one that the ledger has stored: a process that stood still while
   *   others settled its operation sends nothing any more
   */
  put(attempt: Attempt, address: StoredAddress): Promise<void>
  /** Where the newest request of an operation went; `undefined` proves that none ever left, once it is not running. */
  newestOf(operation: string): Promise<StoredAddress | undefined>
}

/**
 * Opens the addresses that belong to a ledger of `postgresStore`, in its schema. Open the ledger first.
 *
 * @throws `LEDGER_UNREACHABLE`
 */
export async function postgresAddresses({
  pool,
  scope,
}: Pick<PostgresStoreOptions, 'pool' | 'scope'>): Promise<Addresses> {
  const sessions = sessionsOver(pool)
  await sessions.transact(() => createTable(scope))
  return {
    async put({ operation, owner }, { exchange, till, ledger }) {
      const stored = await sessions.transact(() => insert(scope, [operation, owner, exchange, till, ledger]))
      if (!stored) throw storeError('STALE')
    },
    async newestOf(operation) {
      const [row] = await sessions.read(
        rows(
          `SELECT exchange, till, ledger FROM ${scope}.addresses WHERE operation = ?1 ORDER BY seq DESC LIMIT 1`,
          operation,
        ),
      )
      return row
    },
  }
}

function* createTable(scope: string): Work<void> {
  yield* takeTurn(scope, 'addresses')
  yield* run(`CREATE TABLE IF NOT EXISTS ${scope}.addresses (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, operation TEXT COLLATE "C" NOT NULL, exchange TEXT NOT NULL,
    till TEXT NOT NULL, ledger TEXT NOT NULL)`)
  yield* run(`CREATE INDEX IF NOT EXISTS addresses_operation ON ${scope}.addresses (operation)`)
}

/** Locks the row of the operation: who takes it from this attempt comes before, and is seen, or after, and sees the address. */
function* insert(scope: string, values: readonly [string, string, string, string, string]): Work<boolean> {
  const sql = `INSERT INTO ${scope}.addresses (operation, exchange, till, ledger)
    SELECT ?1, ?3, ?4, ?5 FROM (SELECT 1 FROM ${scope}.operations WHERE id = ?1 AND state = 'running' AND owner = ?2 FOR SHARE) held`
  const { changes } = yield* run(sql, ...values)
  return changes === 1
}
