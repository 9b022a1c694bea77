import { type Agent, createAgent, type SharedOptions } from '@nationec/agent'
import { optionError, requireOption } from '@nationec/errors'
import { type PostgresPool, postgresAddresses, postgresStore } from '@nationec/ledger/postgres'
import { serveLeases } from '@nationec/transport-nats'
import type { NatsConnection } from '@nats-io/transport-node'
import { addressedTransport } from './addresses/addressed-transport.ts'
import { tillMemory } from './addresses/till-memory.ts'
import { type Lease, openLeaseBook } from './leases/lease-book.ts'

/** What a gateway is made of. */
export interface GatewayOptions extends Omit<SharedOptions, 'store' | 'memories'> {
  /** A connection to the NATS server that the tills dial out to, with `centrePermissions`. It stays yours. */
  readonly connection: NatsConnection
  /** A `Pool` of `pg`, to the database that all gateways share. It stays yours. */
  readonly pool: PostgresPool
  /** 32 bytes, the same in every gateway, kept apart from the database. */
  readonly key: Uint8Array
  /** The names of the tills. */
  readonly tills: readonly string[]
  /** The schema of the ledger. Default `nationec`. */
  readonly scope?: string | undefined
  /** Pages that may use each till, as origins. Default: none but the gateway's own. */
  readonly origins?: readonly string[] | undefined
}

/** The agent's API for many tills, each below `/tills/<name>/`. */
export interface Gateway extends Pick<Agent, 'listen' | 'fetch' | 'stop' | 'hurry'>, AsyncDisposable {
  /** The tills that have ever been served, and whether their agents are there. */
  leases(): Promise<readonly Lease[]>
}

/**
 * Makes a gateway. It keeps nothing of its own but pairings and people: any number of them stand over one database, and
 * each goes on with what another has left.
 *
 * @throws `OPTION_INVALID`, `LEDGER_DAMAGED`, `LEDGER_NEWER`, `LEDGER_UNREACHABLE`, `LEDGER_UNSAFE`
 * @example not run: needs PostgreSQL and a NATS server
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { createGateway } from '@nationec/gateway'
 * import { connect } from '@nats-io/transport-node'
 * import pg from 'pg'
 *
 * const connection = await connect({ servers: 'tls://nats.hospital.example:4222', maxReconnectAttempts: -1 })
 * const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] }).on('error', () => {})
 * const key = Buffer.from(readFileSync('gateway.key', 'utf8').trim(), 'hex')
 * const gateway = await createGateway({ orgId: 'H33010200001', connection, pool, key, tills: ['T1', 'T2'] })
 * console.log((await gateway.listen({ port: 33_920 })).tills)
 * ```
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { connection, pool, key, tills, scope = 'nationec', origins, ...shared } = options
  requireOption(Array.isArray(tills) && tills.length > 0, 'tills', someTills, optionError)
  requireOption(/^[a-z][a-z0-9_]{0,40}$/.test(scope), 'scope', aSchema, optionError)
  const store = postgresStore({ pool, scope, key })
  const leases = await openLeaseBook(pool, scope)
  const addresses = await postgresAddresses({ pool, scope })
  const epochOf = (till: string) => () => leases.epochOf(till)
  const agent = await createAgent({
    ...shared,
    store,
    memories: [tillMemory(addresses, connection)],
    tills: Object.fromEntries(
      tills.map((till) => {
        const transport = addressedTransport(addresses, { connection, till, epoch: epochOf(till) })
        return [till, { transport, origins }]
      }),
    ),
  })
  const endLeases = serveLeases({ connection, claim: leases.claim })

  async function stop(how?: Parameters<Agent['stop']>[0]): ReturnType<Agent['stop']> {
    await endLeases()
    return agent.stop(how)
  }
  return {
    listen: agent.listen,
    fetch: agent.fetch,
    hurry: agent.hurry,
    stop,
    leases: leases.all,
    [Symbol.asyncDispose]: async () => void (await stop()),
  }
}

const someTills = { en: 'names of tills, at least one', zh: '收款台名称，至少一个' }
const aSchema = { en: 'a schema name of lower-case letters, digits and _', zh: '由小写字母、数字和 _ 组成的模式名' }
