/**
 * The gateway as a program.
 *
 * @module
 */
import process from 'node:process'
import { createLogger } from '@nationec/agent'
import { STOP_EXIT, untilStopped } from '@nationec/agent/program'
import { isNationEcError } from '@nationec/errors'
import { connect, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node'
import pg from 'pg'
import { createGateway } from './create-gateway.ts'
import { examine } from './doctor.ts'
import { explainText, helpText, type ReadSettings, readFile, readKey, readSettings } from './settings.ts'
import { version } from './version.ts'

const EXIT = { ok: STOP_EXIT.ok, findings: 1, configuration: 5 } as const

/** Runs the gateway until it is told to stop; gives the exit code. */
export async function runGateway(argv: readonly string[]): Promise<number> {
  if (argv.includes('--version') || argv.includes('-V')) return say(`${version}\n`)
  if (argv.includes('--help') || argv.includes('-h')) return say(helpText())
  try {
    const words = argv.filter((word) => word !== '--explain' && word !== 'doctor')
    const read = readSettings(words)
    if (argv.includes('--explain')) return say(explainText(read))
    if (argv[0] === 'doctor') return await doctor(read)
    return await run(read)
  } catch (error) {
    if (!isNationEcError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return EXIT.configuration
  }
}

async function run(read: ReadSettings): Promise<number> {
  const { orgId, scope, data, host, port, tills } = read
  const key = readKey(read.keyFile?.value ?? '')
  const connection = await dial(read)
  const pool = poolOf(read)
  const logger = createLogger('info')
  try {
    const gateway = await createGateway({
      ...{ connection, pool, key, logger },
      orgId: orgId?.value ?? '',
      tills: listOf(tills?.value),
      scope: scope?.value,
      dataFolder: data?.value,
      ...(read.noSignOn?.value === 'true' && { signOn: false }),
      onPairing: (pending) => {
        for (const { code, till } of pending) process.stderr.write(`pairing code 配对码 ${till ?? ''}: ${code}\n`)
      },
    })
    const where = { port: Number(port?.value ?? 33_920), host: host?.value, allowRemote: host !== undefined }
    const { url } = await gateway.listen(where)
    process.stdout.write(`${url}\n`)
    return await untilStopped(gateway, { within: 20_000, logger })
  } finally {
    await connection.close()
    await pool.end()
  }
}

async function doctor(read: ReadSettings): Promise<number> {
  const findings = await examine({ dial: () => dial(read), pool: poolOf(read), scope: read.scope?.value ?? 'nationec' })
  for (const { ok, text } of findings) process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${text.zh} ${text.en}\n`)
  return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.findings
}

/** Never gives up: a server that is away comes back, and until then every till is told to be away. */
function dial({ nats, natsSeed, natsCa }: ReadSettings): Promise<NatsConnection> {
  return connect({
    servers: listOf(nats?.value),
    name: 'nationec-gateway',
    maxReconnectAttempts: -1,
    ignoreClusterUpdates: false,
    ...(natsSeed !== undefined && {
      authenticator: nkeyAuthenticator(new TextEncoder().encode(readFile(natsSeed.value, '--nats-seed').trim())),
    }),
    ...(natsCa !== undefined && { tls: { ca: readFile(natsCa.value, '--nats-ca') } }),
  })
}

function poolOf({ database }: ReadSettings): pg.Pool {
  // A connection that is lost while idle is seen by the next one who uses it.
  return new pg.Pool({ connectionString: database?.value, max: 10 }).on('error', () => {})
}

function listOf(text = ''): string[] {
  return text.split(',').map((part) => part.trim())
}

function say(text: string): number {
  process.stdout.write(text)
  return EXIT.ok
}
