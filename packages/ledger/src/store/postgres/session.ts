import { createHash } from 'node:crypto'
import { storeError } from '../../errors/ledger-error.ts'
import { type Query, type Result, type Work, workLater } from '../sql/query.ts'
import type { PostgresClient, PostgresPool } from './pool.ts'
import { postgresError } from './postgres-errors.ts'

/** Runs works on connections of a pool. */
export interface Sessions {
  /** Each statement by itself. */
  read<Value>(work: Work<Value>): Promise<Value>
  /** All in one transaction; `begin` says which kind. */
  transact<Value>(work: () => Work<Value>, begin?: string): Promise<Value>
}

const names = new Map<string, Query & { readonly name: string }>()

/** The statement of a text, as PostgreSQL writes parameters; prepared once for each connection under a name. */
function prepared({ sql, values }: Query): {
  readonly name: string
  readonly text: string
  readonly values: unknown[]
} {
  const known = names.get(sql)
  const text = known?.sql ?? sql.replace(/\?(\d+)/g, '$$$1')
  const name = known?.name ?? `ledger_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`
  if (known === undefined) names.set(sql, { name, sql: text, values: [] })
  // `pg` writes a bigint as text; bytes must be a Buffer.
  return { name, text, values: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)) }
}

export function sessionsOver(pool: PostgresPool): Sessions {
  async function withClient<Value>(work: (client: PostgresClient) => Promise<Value>): Promise<Value> {
    let client: PostgresClient
    try {
      client = await pool.connect()
    } catch (error) {
      throw postgresError(error)
    }
    let isBroken = false
    try {
      return await work(client)
    } catch (error) {
      isBroken = !isAnswer(error)
      throw postgresError(error)
    } finally {
      client.release(isBroken)
    }
  }

  return {
    read: (work) => withClient((client) => runOn(client, work)),
    transact: (work, begin = 'BEGIN') =>
      withClient(async (client) => {
        await client.query({ text: begin })
        const value = await orRolledBack(client, () => runOn(client, work()))
        await commit(client)
        return value
      }),
  }
}

async function orRolledBack<Value>(client: PostgresClient, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    await client.query({ text: 'ROLLBACK' }).catch((failure: unknown) => {
      throw isAnswer(error) ? failure : error
    })
    throw error
  }
}

function runOn<Value>(client: PostgresClient, work: Work<Value>): Promise<Value> {
  return workLater(work, (query) => ask(client, query), client.pipeline === true)
}

async function ask(client: PostgresClient, query: Query): Promise<Result> {
  const { rows, rowCount } = await client.query(prepared(query))
  return { rows, changes: rowCount ?? 0 }
}

/** After a COMMIT without a good answer the outcome is unknown: the row tells it once the server answers again. */
async function commit(client: PostgresClient): Promise<void> {
  let command: string | undefined
  try {
    command = (await client.query({ text: 'COMMIT' })).command
  } catch (cause) {
    throw storeError('COMMIT_UNKNOWN', { cause })
  }
  // A transaction that had failed is rolled back by its COMMIT.
  if (command !== 'COMMIT') throw storeError('STALE')
}

/** Whether the server has answered with an error of its own and the connection goes on. */
function isAnswer(error: unknown): boolean {
  const { code = '', severity } = (error ?? {}) as { code?: unknown; severity?: unknown }
  if (severity === undefined) return typeof code === 'string' && ['STALE', 'LEDGER_DAMAGED'].includes(code)
  return severity === 'ERROR'
}
