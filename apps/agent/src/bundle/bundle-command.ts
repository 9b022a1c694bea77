import { open, readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { isNationEcError } from '@nationec/errors'
import type { ReadSettings } from '@nationec/terminal'
import { explainText } from '../config/help.ts'
import type { AgentSettings } from '../config/settings.ts'
import { agentError } from '../errors/agent-error.ts'
import { metricsToken } from '../metrics/metrics-token.ts'
import { makeBundle } from './bundle.ts'
import { summaryOfFolder } from './closed-ledger.ts'
import { askRunning } from './running-agent.ts'

/** Bytes of the log's end: days of a till. */
const LOG_END = 2 * 1024 * 1024

/**
 * `nationec-agent bundle`: the bundle of an agent that need not run. What a running one knows is asked without a token;
 * the ledger that it holds is told as locked.
 *
 * @throws `AGENT_BUNDLE_UNWRITTEN`
 */
export async function bundleCommand(read: ReadSettings<AgentSettings>, out: string): Promise<void> {
  const { settings } = read
  const running = await askRunning(settings.port, await metricsToken(settings.metricsTokenFile))
  const bundle = makeBundle({
    settings: explainText(read),
    log: settings.logFile === undefined ? '' : await endOf(settings.logFile),
    health: running.health,
    ledger: await summaryOf(settings.data),
    metrics: running.metrics,
    transport: settings.transport,
    at: Date.now(),
  })
  try {
    await writeFile(out, bundle, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    throw agentError('AGENT_BUNDLE_UNWRITTEN', { cause, details: [{ en: `${out}.`, zh: `${out}。` }] })
  }
  process.stdout.write(`${out}\n`)
}

async function summaryOf(data: string | undefined): Promise<object> {
  if (data === undefined) return { code: 'NO_FOLDER' }
  try {
    return await summaryOfFolder(data)
  } catch (error) {
    return { code: isNationEcError(error) ? error.code : 'LEDGER_UNREACHABLE' }
  }
}

async function endOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size <= LOG_END) return await readFile(path, 'utf8')
      const bytes = Buffer.alloc(LOG_END)
      const { bytesRead } = await file.read(bytes, 0, LOG_END, size - LOG_END)
      return bytes.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}
