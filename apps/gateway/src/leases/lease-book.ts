import type { PostgresPool } from '@nationec/ledger/postgres'
import type { LeaseRequest } from '@nationec/transport-nats'

/** A till and the agent that has it. */
export interface Lease {
  readonly till: string
  readonly epoch: number
  /** Whether its agent has asked within the time that a lease lasts. */
  readonly live: boolean
}

/** Who has which till. Times are those of the database: the clocks of gateways and tills are compared nowhere. */
export interface LeaseBook {
  /** The epoch of the lease; `held` while another agent has it. A new agent gets the next epoch. */
  claim(request: LeaseRequest): Promise<number | 'held'>
  /** The epoch under which a till is served; 0, where no agent ever listens, for a till that has had none. */
  epochOf(till: string): Promise<number>
  all(): Promise<readonly Lease[]>
}

/** Seconds that a lease lasts: three questions of its agent. */
const LASTS = 30

/** Opens the leases in a schema, made if it is missing. @param lasts seconds */
export async function openLeaseBook(pool: PostgresPool, scope: string, lasts = LASTS): Promise<LeaseBook> {
  const until = `clock_timestamp() + interval '${lasts} seconds'`
  const table = `${scope}.leases`
  // One transaction, and one process after the other: two that make a schema at the same moment are refused.
  await ask(`SELECT pg_advisory_xact_lock(hashtextextended('nationec gateway ${scope}', 0));
    CREATE SCHEMA IF NOT EXISTS ${scope};
    CREATE TABLE IF NOT EXISTS ${table} (till TEXT PRIMARY KEY, epoch BIGINT NOT NULL, agent TEXT NOT NULL,
      ledger TEXT NOT NULL, until TIMESTAMPTZ NOT NULL)`)

  return {
    async claim({ till, agent, ledger, ends }) {
      const [row] = await ask(
        `INSERT INTO ${table} AS held VALUES ($1, 1, $2, $3, ${until})
         ON CONFLICT (till) DO UPDATE SET epoch = held.epoch + (held.agent <> $2)::int, agent = $2, ledger = $3,
           until = CASE WHEN $4 THEN clock_timestamp() ELSE ${until} END
         WHERE held.agent = $2 OR held.until <= clock_timestamp() RETURNING epoch`,
        [till, agent, ledger, ends],
      )
      return row === undefined ? 'held' : Number(row.epoch)
    },
    async epochOf(till) {
      const [row] = await ask(`SELECT epoch FROM ${table} WHERE till = $1`, [till])
      return Number(row?.epoch ?? 0)
    },
    async all() {
      const rows = await ask(`SELECT till, epoch, until > clock_timestamp() AS live FROM ${table} ORDER BY till`)
      return rows.map(({ till, epoch, live }) => ({ till, epoch: Number(epoch), live }))
    },
  }

  async function ask(text: string, values: unknown[] = []) {
    const client = await pool.connect()
    let isBroken = true
    try {
      const { rows } = await client.query({ text, values })
      isBroken = false
      return rows
    } finally {
      client.release(isBroken)
    }
  }
}
