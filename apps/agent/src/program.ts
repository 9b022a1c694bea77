/**
 * The agent as a program, for its own command and for programs that plug a simulator into it.
 *
 * @module
 */

import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { isNationEcError } from '@nationec/errors'
import type { SimulationOptions, TerminalNotice } from '@nationec/terminal'
import { type DestinationStream, pino } from 'pino'
import { createAgent } from './agent.ts'
import { bundleCommand } from './bundle/bundle-command.ts'
import { bundleWords } from './bundle/bundle-words.ts'
import type { CentralState } from './config/central-settings.ts'
import { explainText, helpText } from './config/help.ts'
import { type AgentSettings, type ReadAgentSettings, readAgentSettings } from './config/settings.ts'
import { settingsOfTills } from './config/till-settings.ts'
import { agentError } from './errors/agent-error.ts'
import { onParentStops, tellParent } from './installed/child-words.ts'
import { installedCommand, shownAnswer } from './installed/commands.ts'
import { createLogger, type Logger } from './logs/logger.ts'
import { keepRecentLines } from './logs/recent-lines.ts'
import { rotatingFile } from './logs/rotating-file.ts'
import { metricsToken } from './metrics/metrics-token.ts'
import type { PendingPairing } from './pairing/pairings.ts'
import { centreReceiver } from './pushes/centre-receiver.ts'
import type { SupportFacts } from './routes/bundle-route.ts'
import { signCommand } from './signed/sign-command.ts'
import { prepareLogFile } from './start/check-start.ts'
import { joinWithTerminal } from './start/join-with-terminal.ts'
import { type OpenedTerminals, openTerminals, type ProgramSimulator } from './start/open-terminals.ts'
import { STOP_EXIT, untilStopped } from './stop/until-stopped.ts'
import { version } from './version.ts'
import { withSecret } from './webhooks/webhook-secrets.ts'

export { STOP_EXIT, type UntilStopped, untilStopped } from './stop/until-stopped.ts'

/** Exit codes, the same as those of the command line. */
const EXIT = { ok: STOP_EXIT.ok, configuration: 5 } as const

/** What a program is, besides its settings. */
export interface ProgramParts {
  /** The name of its command. */
  readonly command: string
  /** The folder of the package's built pages: the console, and the script for old pages. */
  readonly pages: URL
  /** The folder of the release that this program is of; absent where npm has installed it. */
  readonly release?: URL | undefined
  /**
   * Makes the simulated terminal. A program that has it needs no `--transport`: the simulator is what it takes then.
   * Without it the transport must be named, so that no forgotten setting turns a till into a simulation.
   */
  readonly simulate?: ((options: SimulationOptions) => ProgramSimulator) | undefined
}

/** Runs the agent until it is told to stop; gives the exit code. */
export async function runProgram(argv: readonly string[], parts: ProgramParts): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) return say(helpText(parts.command))
  if (argv.includes('--version') || argv.includes('-V')) return say(version)
  try {
    if (argv[0] === 'sign') return say(await signCommand(argv.slice(1)))
    const checkSettings = (path: string) => checkSettingsFile(path, parts)
    const answer = await installedCommand(argv, { release: parts.release, checkSettings })
    if (answer !== undefined) return say(shownAnswer(answer, argv))
    const explain = argv.includes('--explain')
    const { out, rest } = bundleWords(argv)
    const read = await readAgentSettings({
      argv: rest.filter((word) => word !== '--explain'),
      environment: process.env,
      isTerminal: process.stderr.isTTY === true,
      mayBeSimulator: parts.simulate !== undefined,
    })
    if (explain) return say(explainText(read))
    if (out !== undefined) {
      await bundleCommand(read, out)
      return EXIT.ok
    }
    return await run(read, parts)
  } catch (error) {
    if (!isNationEcError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return EXIT.configuration
  }
}

/** Settings that a computer is to be installed with: what the agent would refuse at its start is refused now. */
async function checkSettingsFile(path: string, { simulate }: ProgramParts): Promise<string> {
  const mayBeSimulator = simulate !== undefined
  const read = await readAgentSettings({ argv: ['--config', path], environment: {}, isTerminal: false, mayBeSimulator })
  return read.settings.data ?? 'memory 内存（随进程结束）'
}

async function run(read: ReadAgentSettings, { pages, simulate }: ProgramParts): Promise<number> {
  const { settings } = read
  await prepareLogFile(settings.logFile)
  const lines = keepRecentLines(logDestination(settings))
  const logger = createLogger(settings.logLevel, lines)
  const support = { settings: explainText(read), log: lines.text }
  if (read.central !== undefined) sayCentral(read.central, logger)
  const opened = await openTerminals(settings, { simulate, onNotice: noticeTo(logger) })
  try {
    const { leave, ...joined } = await joinWithTerminal(opened, settings, logger)
    try {
      return await runAgent(joined, { settings, logger, pages, checkSettings: checkOf(read.central), support })
    } finally {
      await leave()
    }
  } finally {
    opened.release()
  }
}

/** A log that cannot be written ends nothing: what counts is in the ledger. */
function logDestination({ logFile, logSize, logCount }: AgentSettings): DestinationStream {
  if (logFile !== undefined) return rotatingFile({ path: logFile, size: logSize * 1_000_000, count: logCount })
  const stderr = pino.destination({ dest: 2, sync: true })
  stderr.on('error', () => {})
  return stderr
}

/** Says which central settings are in force, and why not the newest. */
function sayCentral({ sequence, refusal, expired }: CentralState, logger: Logger): void {
  logger.info({ sequence, refusal, expired }, 'central settings')
  if (refusal === undefined) return
  process.stderr.write(
    `central settings 统一配置: ${refusal}; those taken last go on 沿用上次采用的配置: ${sequence}\n`,
  )
}

/** What stands in `/readyz` about the central settings. */
function checkOf(central: CentralState | undefined): (() => Promise<void>) | undefined {
  if (central === undefined) return undefined
  return async () => {
    await central.check()
    if (central.expired) throw agentError('DOCUMENT_EXPIRED')
  }
}

/** The notices of the transport go to the log; keys that lie open are shown on the screen as well. */
function noticeTo(logger: Logger): (notice: TerminalNotice) => void {
  return (notice) => {
    logger.info({ notice }, 'transport')
    if (!('files' in notice)) return
    process.stderr.write(
      `other users can read 其他用户可读取: ${String(notice.files)} (serialKeys); chmod 600 请收紧文件权限\n`,
    )
  }
}

interface RunParts {
  readonly settings: AgentSettings
  readonly logger: Logger
  readonly pages: URL
  readonly checkSettings: (() => Promise<void>) | undefined
  readonly support: SupportFacts
}

async function runAgent(
  { options, profile }: Omit<OpenedTerminals, 'release'>,
  { settings, logger, pages, checkSettings, support }: RunParts,
): Promise<number> {
  const agent = await createAgent({
    ...options,
    checkSettings,
    metricsToken: await metricsToken(settings.metricsTokenFile),
    support,
    orgId: settings.orgId,
    profile,
    dataFolder: settings.data,
    keepDays: settings.keepDays,
    hosts: settings.hosts,
    pairingDays: settings.pairingDays,
    ...(settings.noSignOn && { signOn: false }),
    refundLimit: settings.refundLimit,
    consoleFolder: folderIfThere(pages, 'console'),
    docsFolder: folderIfThere(pages, 'docs'),
    sdkFolder: folderIfThere(pages, 'sdk'),
    logger,
    ...(settings.centre !== undefined && {
      receivePush: await centreReceiver(settings.centre, settings.orgId, logger),
    }),
    webhooks: await Promise.all(settings.webhooks.map(withSecret)),
    onPairing: showCodes(),
    onUnknown: ({ id, kind }) => tellParent({ type: 'unknown', id, kind }),
  })
  const { port, host, allowRemote } = settings
  const stopped = untilStopped(agent, { within: settings.stopWithin, logger, onParentStops })
  const { startUrl, url, tills } = await agent.listen({ port, host, allowRemote }).catch(async (error: unknown) => {
    await agent.stop({ within: 0 })
    throw error
  })
  // The addresses alone on stdout, for programs; talk on stderr, for people.
  const starts = settings.tills === undefined ? [startUrl] : Object.values(tills).map((till) => till.startUrl)
  process.stdout.write(starts.map((start) => `${start}\n`).join(''))
  const transports = [
    ...new Set(settingsOfTills(settings, settings.tills).map((till) => till.settings.transport)),
  ].join()
  const ledger = settings.data ?? 'memory 内存（随进程结束）'
  process.stderr.write(`nationec agent ${version}: ${transports}, ledger 账本 ${ledger}; Ctrl+C ends 按 Ctrl+C 结束\n`)
  logger.info({ url, transport: transports }, 'listening')
  tellParent({ type: 'listening', url, startUrl })
  return stopped
}

/** Shows each code once, to the person here; it is in no log. */
function showCodes(): (pending: readonly PendingPairing[]) => void {
  const shown = new Set<string>()
  return (pending) => {
    tellParent({
      type: 'pairings',
      waiting: pending.map(({ code, name, origin, expiresAt }) => ({ code, name, origin, expiresAt })),
    })
    for (const { pairingId, code, name, origin, till } of pending) {
      if (shown.has(pairingId)) continue
      shown.add(pairingId)
      process.stderr.write(`\n  配对码 pairing code: ${code}   ${[till, name, origin].filter(Boolean).join(' ')}\n\n`)
    }
  }
}

function folderIfThere(pages: URL, name: string): string | undefined {
  const folder = fileURLToPath(new URL(name, pages))
  return existsSync(folder) ? folder : undefined
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return EXIT.ok
}
