import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { isNationEcError } from '@nationec/errors'
import { defaultProfile, defineProfile, type Profile, type ProfileSettings } from '@nationec/protocol'
import { pino } from 'pino'
import { type Agent, createAgent } from './agent.ts'
import { explainText, helpText } from './config/help.ts'
import { readSettings } from './config/read-settings.ts'
import type { AgentSettings } from './config/settings.ts'
import { createLogger, type Logger } from './logs/logger.ts'
import type { PendingPairing } from './pairing/pairings.ts'
import { centreReceiver } from './pushes/centre-receiver.ts'
import type { ChosenTransport, TransportChoice } from './transports/choice.ts'
import { makeTransport } from './transports/registry.ts'
import { version } from './version.ts'

/** Exit codes, the same as those of the command line. */
const EXIT = { ok: 0, usage: 2, parked: 3, configuration: 5 } as const

/** Runs the agent until it is told to stop; gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) return say(helpText())
  if (argv.includes('--version') || argv.includes('-V')) return say(version)
  try {
    const explain = argv.includes('--explain')
    const read = await readSettings({
      argv: argv.filter((word) => word !== '--explain'),
      environment: process.env,
      isTerminal: process.stderr.isTTY === true,
    })
    if (explain) return say(explainText(read))
    return await run(read.settings)
  } catch (error) {
    if (!isNationEcError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.code === 'AGENT_CONFIG_INVALID' ? EXIT.usage : EXIT.configuration
  }
}

async function run(settings: AgentSettings): Promise<number> {
  const destination = pino.destination({ dest: settings.logFile ?? 2, mkdir: true, sync: true })
  // A log that cannot be written ends nothing: what counts is in the journal.
  destination.on('error', () => {})
  const logger = createLogger(settings.logLevel, destination)
  const profile =
    settings.profile === undefined ? defaultProfile : defineProfile(settings.profile as unknown as ProfileSettings)
  const { release, ...chosen } = await makeTransport(choiceOf(settings), {
    profile,
    clock: Date.now,
    dataFolder: settings.data,
    notice: noticeTo(logger),
  })
  try {
    return await runAgent(chosen, { settings, profile, logger })
  } finally {
    release?.()
  }
}

/** What the way to the terminal tells goes to the log; keys that lie open are told to whoever sits here as well. */
function noticeTo(logger: Logger): (notice: unknown) => void {
  return (notice) => {
    logger.info({ notice }, 'transport')
    if (typeof notice !== 'object' || notice === null || !('files' in notice)) return
    process.stderr.write(
      `other users can read 其他用户可读取: ${String(notice.files)} (serialKeys); chmod 600 请收紧文件权限\n`,
    )
  }
}

interface RunParts {
  readonly settings: AgentSettings
  readonly profile: Profile
  readonly logger: Logger
}

async function runAgent(chosen: ChosenTransport, { settings, profile, logger }: RunParts): Promise<number> {
  const folder = dirname(fileURLToPath(import.meta.url))
  const agent = await createAgent({
    ...chosen,
    orgId: settings.orgId,
    profile,
    dataFolder: settings.data,
    journalDays: settings.journalDays,
    origins: settings.origins,
    hosts: settings.hosts,
    pairingDays: settings.pairingDays,
    consoleFolder: folderIfThere(folder, 'console'),
    sdkFolder: folderIfThere(folder, 'sdk'),
    logger,
    ...(settings.centre !== undefined && {
      receivePush: await centreReceiver(settings.centre, settings.orgId, logger),
    }),
    onPairing: showCodes(),
  })
  const stopped = untilStopped(agent, settings.stopWithin, logger)
  const { startUrl, url } = await agent.listen(settings).catch(async (error: unknown) => {
    await agent.stop({ within: 0 })
    throw error
  })
  // The address alone on stdout, for programs; talk on stderr, for people.
  process.stdout.write(`${startUrl}\n`)
  const journal = settings.data ?? 'memory 内存（随进程结束）'
  process.stderr.write(
    `nationec agent ${version}: ${settings.transport}, journal 日志 ${journal}; Ctrl+C ends 按 Ctrl+C 结束\n`,
  )
  logger.info({ url, transport: settings.transport }, 'listening')
  return stopped
}

function choiceOf(settings: AgentSettings): TransportChoice {
  const { transport, url } = settings
  switch (transport) {
    case 'simulator':
      return { kind: 'simulator', seed: settings.seed, settings: settings.simulator }
    case 'dll':
      return { kind: 'dll', library: settings.library ?? '', url, more: settings.dll }
    case 'serial': {
      const { serialPort: port = '', serialBaud: baud, serialKeys: keys = '', serial: more } = settings
      return { kind: 'serial', port, baud, keys, url, more }
    }
  }
}

/** Shows each code once, to whoever sits here; it is in no log. */
function showCodes(): (pending: readonly PendingPairing[]) => void {
  const shown = new Set<string>()
  return (pending) => {
    for (const { pairingId, code, name, origin } of pending) {
      if (shown.has(pairingId)) continue
      shown.add(pairingId)
      process.stderr.write(`\n  配对码 pairing code: ${code}   ${name} ${origin}\n\n`)
    }
  }
}

function untilStopped(agent: Agent, within: number, logger: Logger): Promise<number> {
  return new Promise((resolve) => {
    let asked = false
    const onSignal = (): void => {
      if (asked) {
        agent.hurry()
        return
      }
      asked = true
      process.stderr.write('stopping: no new work, waiting for the terminal 正在停止：不再受理新请求，等待终端完成\n')
      agent.stop({ within }).then(
        (outcome) => {
          logger.info({ outcome }, 'stopped')
          resolve(outcome === 'done' ? EXIT.ok : EXIT.parked)
        },
        (error: unknown) => {
          logger.error({ error }, 'stop failed')
          resolve(EXIT.configuration)
        },
      )
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
    // Windows closes a console program with this one.
    if (process.platform === 'win32') process.on('SIGBREAK', onSignal)
  })
}

function folderIfThere(beside: string, name: string): string | undefined {
  const folder = join(beside, name)
  return existsSync(folder) ? folder : undefined
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return EXIT.ok
}
