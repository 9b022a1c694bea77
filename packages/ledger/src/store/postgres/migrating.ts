import { storeError } from '../../errors/ledger-error.ts'
import { checkKey, putKeyCheck } from '../sql/key-check.ts'
import { rows, run, type Work } from '../sql/query.ts'
import type { Reading } from '../sql/reading.ts'
import { type Dialect, MIGRATIONS } from '../sql/schema.ts'

const VERSION = 'version'

export function postgresDialect(scope: string): Dialect {
  return {
    table: (name) => `${scope}.${name}`,
    text: 'TEXT COLLATE "C"',
    integer: 'BIGINT',
    bytes: 'BYTEA',
    eventNumber: 'lane TEXT COLLATE "C" NOT NULL,\n  seq BIGINT NOT NULL,\n  PRIMARY KEY (lane, seq)',
    strict: '',
    clustered: '',
  }
}

/** One process after the other does what must be done once; it ends with the transaction. */
export function* takeTurn(scope: string, what: string): Work<void> {
  yield* run('SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))', `nationec ledger ${scope} ${what}`)
}

/**
 * Makes or migrates the schema, in one transaction, and compares the key.
 *
 * @throws `LEDGER_NEWER`; `LEDGER_DAMAGED` when the key is that of another ledger
 */
export function* migrate(scope: string, reading: Reading): Work<void> {
  const { sql, table } = reading
  yield* takeTurn(scope, 'schema')
  const [{ meta }] = yield* rows('SELECT to_regclass(?1) AS meta', table('meta'))
  const version = meta === null ? 0 : yield* versionOf(sql.getMeta)
  if (version > MIGRATIONS.length) throw storeError('LEDGER_NEWER')
  if (version > 0) {
    yield* checkKey(reading)
  }
  if (version === MIGRATIONS.length) return
  yield* run(`CREATE SCHEMA IF NOT EXISTS ${scope}`)
  for (const migration of MIGRATIONS.slice(version)) {
    for (const statement of migration(postgresDialect(scope))) yield* run(statement)
  }
  if (version === 0) yield* putKeyCheck(reading)
  yield* run(sql.putMeta, VERSION, Buffer.from(String(MIGRATIONS.length)))
}

function* versionOf(getMeta: string): Work<number> {
  const [found] = yield* rows(getMeta, VERSION)
  return found === undefined ? 0 : Number(Buffer.from(found.value).toString())
}
