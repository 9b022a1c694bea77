import { get } from 'node:http'
import { z } from 'zod'
import { type Check, type Checker, found, ok, skipped } from './check.ts'

/** Where the agent listens by default. */
const USUAL_PORTS = [33_910, 33_911, 33_912, 33_913, 33_914]
const PATIENCE = 1_000

/** Whether the local agent answers. */
export const checkAgent: Checker = async ({ settings: { agent } }) => {
  const addresses = agent === undefined ? USUAL_PORTS.map((port) => `http://127.0.0.1:${port}/`) : [agent]
  const answers = await Promise.all(addresses.map(ask))
  const alive = answers.find((answer) => answer !== undefined)
  if (alive !== undefined) return [reached(alive), ...(await readiness(alive.url))]
  if (agent === undefined) return [skipped('agent.reachable', 'No agent runs here.', '本机未运行本地代理。')]
  const why = { en: `No agent answers at ${shown(agent)}.`, zh: `${shown(agent)} 无应答。` }
  return [found('problem', 'agent.reachable', why, { en: 'Start it: nationec serve.', zh: '请启动：nationec serve。' })]
}

interface Alive {
  readonly url: string
  readonly version: string | undefined
}

function reached({ url, version }: Alive): Check {
  const en = version === undefined ? '' : `, version ${version}`
  const zh = version === undefined ? '' : `，版本 ${version}`
  return ok('agent.reachable', `The agent answers at ${shown(url)}${en}.`, `本地代理 ${shown(url)} 应答正常${zh}。`)
}

async function ask(url: string): Promise<Alive | undefined> {
  if (!URL.canParse(url)) return undefined
  if ((await fetchText(new URL('/livez', url))) === undefined) return undefined
  const about = await fetchText(new URL('/v1/agent', url))
  return { url, version: versionIn(about) }
}

/** What the agent finds wrong with itself, under its own names: `agent.ledger`, `agent.device`. */
async function readiness(url: string): Promise<Check[]> {
  const checks = checksIn(await fetchText(new URL('/readyz', url), [200, 503]))
  return checks.map(({ id, ok: isFine, en, zh, code, fix }) => {
    if (isFine) return ok(`agent.${id}`, `As it should be: ${en}.`, `正常：${zh}。`)
    const mark = code === undefined ? '' : ` (${code})`
    const why = { en: `Not so: ${en}${mark}.`, zh: `不符：${zh}${mark}。` }
    return found(STOPS_ALL.has(id) ? 'problem' : 'warning', `agent.${id}`, why, fix ?? LOOK)
  })
}

/** What keeps the agent from any work. */
const STOPS_ALL: ReadonlySet<string> = new Set(['ledger', 'device', 'clock', 'stopping'])
const LOOK = { en: 'Look at GET /readyz of the agent and at its log.', zh: '请查看代理程序的 GET /readyz 与日志。' }

const line = z.string().max(500)
const readyz = z.object({
  checks: z.array(
    z.object({
      id: z.string().regex(/^[a-z-]{1,40}$/),
      ok: z.boolean(),
      en: line,
      zh: line,
      code: z
        .string()
        .regex(/^[A-Z_]{1,60}$/)
        .optional(),
      fix: z.object({ en: line, zh: line }).optional(),
    }),
  ),
})

function checksIn(text: string | undefined): z.output<typeof readyz>['checks'] {
  try {
    return readyz.parse(JSON.parse(text ?? '')).checks
  } catch {
    return []
  }
}

function versionIn(text: string | undefined): string | undefined {
  try {
    const { version }: { version?: unknown } = JSON.parse(text ?? '')
    return typeof version === 'string' && /^[\w.+-]{1,40}$/.test(version) ? version : undefined
  } catch {
    return undefined
  }
}

function fetchText(url: URL, statuses: readonly number[] = [200]): Promise<string | undefined> {
  if (url.protocol !== 'http:') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const sent = get(url, { agent: false, timeout: PATIENCE }, (response) => {
      const parts: Uint8Array[] = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.once('end', () =>
        resolve(statuses.includes(response.statusCode ?? 0) ? Buffer.concat(parts).toString('utf8') : undefined),
      )
      response.once('error', () => resolve(undefined))
    })
    sent.once('timeout', () => sent.destroy())
    sent.once('error', () => resolve(undefined))
    sent.once('close', () => resolve(undefined))
  })
}

/** An address may hold a password: only scheme, host and port are shown. */
function shown(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '(?)'
}
