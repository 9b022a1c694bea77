import { isStoreError, storeError } from '../../errors/ledger-error.ts'
import { FIRST_LINK } from '../chain.ts'
import type { OpenStore, Store, Write } from '../contract.ts'
import { claimRows } from '../sql/claiming.ts'
import { forgetRows } from '../sql/forgetting.ts'
import { rows, type Work } from '../sql/query.ts'
import { readMethods } from '../sql/read-methods.ts'
import type { Reading } from '../sql/reading.ts'
import { KEY_BYTES, secretsOf } from '../sql/secrets.ts'
import { statementsFor } from '../sql/statements.ts'
import { verifyAll } from '../sql/verifying.ts'
import { type LaneEnd, writeGroup } from '../sql/write-group.ts'
import { migrate, postgresDialect, takeTurn } from './migrating.ts'
import type { PostgresPool } from './pool.ts'
import { type Sessions, sessionsOver } from './session.ts'
import { checkServer, readDurability } from './settings.ts'

/** Settings of {@link postgresStore}. */
export interface PostgresStoreOptions {
  /**
   * A `Pool` of `pg`. It stays yours: you end it, and you handle its `error` events. Ten connections are enough. With
   * `pipeline: true`, which newer versions of `pg` have, the statements of a commit leave together.
   */
  readonly pool: PostgresPool
  /** The schema that the ledger has for itself, so that several ledgers may share a database. Lower-case letters, digits, `_`. */
  readonly scope: string
  /** 32 bytes, the same in every process, kept apart from the database: lost, nothing can be read any more. */
  readonly key: Uint8Array
}

/**
 * A ledger in PostgreSQL 15 or newer, that several processes share.
 *
 * Each process chains its events in lanes of its own. A server that would lose commits in a power cut is refused. A COMMIT
 * without an answer is `COMMIT_UNKNOWN`. Backups are those of the server: `pg_dump --schema` of the scope.
 *
 * @example
 * ```ts
 * import { postgresStore } from '@nationec/ledger/postgres'
 * import type { Pool } from 'pg'
 *
 * export const storeFor = (pool: Pool, key: Uint8Array) => postgresStore({ pool, scope: 'hospital_a', key })
 * ```
 */
export function postgresStore({ pool, scope, key }: PostgresStoreOptions): Store {
  return {
    name: 'postgres',
    async open({ instance }) {
      if (!/^[a-z][a-z0-9_]{0,40}$/.test(scope)) throw storeError('LEDGER_UNREACHABLE', { details: [WRONG_SCOPE] })
      if (key.length !== KEY_BYTES) throw storeError('LEDGER_DAMAGED', { details: [SHORT_KEY] })
      const { table } = postgresDialect(scope)
      const reading = { sql: statementsFor(table), secrets: secretsOf(key), table }
      const sessions = sessionsOver(pool)
      await sessions.read(checkServer())
      await sessions.transact(() => migrate(scope, reading))
      const [newest] = await sessions.read(rows(reading.sql.newestAt))
      const newestAt = newest === undefined ? undefined : Number(newest.at)
      return openedStore(sessions, reading, scope, instance, newestAt)
    },
  }
}

function openedStore(
  sessions: Sessions,
  reading: Reading,
  scope: string,
  instance: string,
  newestAt: number | undefined,
): OpenStore {
  const { sql, secrets } = reading
  const lanes = lanesOf(instance)
  const underWay = new Set<Promise<unknown>>()
  let isOpen = true

  const guarded =
    <Arguments extends readonly unknown[], Value>(work: (...given: Arguments) => Promise<Value>) =>
    async (...given: Arguments): Promise<Value> => {
      if (!isOpen) throw storeError('LEDGER_CLOSED')
      const mine = work(...given)
      underWay.add(mine)
      return mine.finally(() => underWay.delete(mine))
    }
  const read = <Value>(work: () => Work<Value>): Promise<Value> => guarded(() => sessions.read(work()))()

  return {
    supports: { exclusive: false, backup: false, persistent: true },
    newestAt,
    commit: guarded((group) => commitIn(lanes, sessions, reading, group)),
    ...readMethods(reading, read),
    claim: guarded((claim) => sessions.transact(() => claimRows(reading, claim, 'FOR UPDATE SKIP LOCKED'))),
    forget: guarded((bounds) =>
      sessions.transact(function* () {
        yield* takeTurn(scope, 'forget')
        return yield* forgetRows(sql, secrets, bounds, LOCKS)
      }),
    ),
    verify: guarded(() => sessions.transact(() => verifyAll(reading), SNAPSHOT)),
    backup: guarded(async () => {
      throw storeError('BACKUP_UNSUPPORTED')
    }),
    durability: guarded(() => sessions.read(readDurability())),
    digest: secrets.digest,
    async close() {
      isOpen = false
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

const LOCKS = { orders: 'FOR UPDATE OF o SKIP LOCKED', loose: 'FOR UPDATE OF p SKIP LOCKED' }
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

interface Lane {
  readonly name: string
  end: LaneEnd
}

interface Lanes {
  take(): Lane
  giveBack(lane: Lane): void
}

/** A lane for each commit that is under way at the same time; each is used by one transaction after the other. */
function lanesOf(instance: string): Lanes {
  const free: Lane[] = []
  let count = 0
  return {
    take() {
      count += free.length === 0 ? 1 : 0
      return free.pop() ?? { name: `${instance}.${count}`, end: { seq: 0, link: FIRST_LINK } }
    },
    giveBack: (lane) => void free.push(lane),
  }
}

async function commitIn(lanes: Lanes, sessions: Sessions, reading: Reading, group: readonly Write[]): Promise<void> {
  let lane: Lane | undefined
  try {
    // Taken when a connection is there: so there are not more lanes than connections.
    const end = await sessions.transact(() => {
      lane = lanes.take()
      return writeGroup(reading, lane.name, group, lane.end)
    })
    if (lane !== undefined) lane.end = end
  } catch (error) {
    // Whether its last event is there is not known: nothing more is chained to it.
    if (isStoreError(error, 'COMMIT_UNKNOWN')) lane = undefined
    throw error
  } finally {
    if (lane !== undefined) lanes.giveBack(lane)
  }
}

const WRONG_SCOPE = {
  en: '`scope` must be lower-case letters, digits and _, at most 41, and begin with a letter.',
  zh: 'scope 只能由小写字母、数字和 _ 组成，以字母开头，最多 41 个字符。',
}
const SHORT_KEY = { en: 'The key must have 32 bytes.', zh: '密钥必须为 32 字节。' }
