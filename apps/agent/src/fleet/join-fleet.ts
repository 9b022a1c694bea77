import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sqliteExchanges } from '@nationec/ledger/exchanges'
import type { Transport } from '@nationec/transport'
import type { HeldTill } from '@nationec/transport-nats'
import type { NatsConnection } from '@nats-io/transport-node'
import { agentError } from '../errors/agent-error.ts'
import type { Logger } from '../logs/logger.ts'

/** The centre that a till belongs to. */
export interface FleetSettings {
  /** Addresses of its NATS servers, with commas. */
  readonly servers: string
  /** The name of the till there. */
  readonly till: string
  /** The file with the seed of the till's nkey. Default: the server asks for none. */
  readonly seedFile?: string | undefined
  /** The file with the certificates that the servers are trusted by. Default: those of the system. */
  readonly caFile?: string | undefined
}

/** A till that dials out until it is left. */
export interface JoinedFleet {
  /** Gives the till back and lets what runs come to its end. */
  leave(): Promise<void>
}

/** What joins. */
export interface JoiningTill {
  /** The terminal, shared with the agent's own pages. */
  readonly transport: Transport
  /** Where the memory of what the centre has asked for is kept. */
  readonly dataFolder: string
  readonly logger: Pick<Logger, 'info' | 'error'>
}

/**
 * Dials out to the centre and serves the terminal there as long as the centre gives the lease.
 *
 * Resolves before the centre has answered: the till works on at its own pages, and dials again by itself.
 *
 * @throws what the memory throws (`LEDGER_LOCKED`, …), and `AGENT_CONFIG_INVALID` for a file that cannot be read
 */
export async function joinFleet(
  settings: FleetSettings,
  { transport, dataFolder, logger }: JoiningTill,
): Promise<JoinedFleet> {
  const { servers, till, seedFile, caFile } = settings
  const [seed, ca] = await Promise.all([seedFile, caFile].map((path) => path && textOf(path)))
  const memory = await sqliteExchanges({ folder: join(dataFolder, 'exchanges') })
  // Loaded by those alone who have a centre.
  const [{ connect, nkeyAuthenticator }, { holdTill }] = await Promise.all([
    import('@nats-io/transport-node'),
    import('@nationec/transport-nats'),
  ])
  let [held, left]: [HeldTill | undefined, boolean] = [undefined, false]
  const dialled = connect({
    servers: servers.split(',').map((server) => server.trim()),
    name: `nationec-agent ${till}`,
    inboxPrefix: `till.${till}.inbox`,
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 2_000,
    reconnectJitter: 2_000,
    ...(seed && { authenticator: nkeyAuthenticator(new TextEncoder().encode(seed.trim())) }),
    ...(ca && { tls: { ca } }),
  })
  dialled.then(serve, (error: unknown) => logger.error({ error }, 'fleet'))
  return { leave }

  function serve(connection: NatsConnection): void {
    if (left) return void connection.close()
    const onState = (state: string): void => logger.info({ fleet: state, till }, 'fleet')
    held = holdTill({ connection, till, transport, memory, onState })
  }

  async function leave(): Promise<void> {
    left = true
    const serving = held
    await serving?.close()
    if (serving !== undefined) await (await dialled).close()
    await memory.close()
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    const text = { en: 'This file cannot be read', zh: '无法读取该文件' }
    throw agentError('AGENT_CONFIG_INVALID', { issues: [{ path: '--fleet', rule: 'format', text }] })
  }
}
