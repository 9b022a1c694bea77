import { get } from 'node:http'
import { type Check, type Checker, found, ok, skipped } from './check.ts'

/** Where the agent listens by default. */
const USUAL_PORTS = [33_910, 33_911, 33_912, 33_913, 33_914]
const PATIENCE = 1_000

/** Whether the local agent answers. */
export const checkAgent: Checker = async ({ settings: { agent } }) => {
  const addresses = agent === undefined ? USUAL_PORTS.map((port) => `http://127.0.0.1:${port}/`) : [agent]
  const answers = await Promise.all(addresses.map(ask))
  const alive = answers.find((answer) => answer !== undefined)
  if (alive !== undefined) return [reached(alive)]
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

function versionIn(text: string | undefined): string | undefined {
  try {
    const { version }: { version?: unknown } = JSON.parse(text ?? '')
    return typeof version === 'string' && /^[\w.+-]{1,40}$/.test(version) ? version : undefined
  } catch {
    return undefined
  }
}

function fetchText(url: URL): Promise<string | undefined> {
  if (url.protocol !== 'http:') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const sent = get(url, { agent: false, timeout: PATIENCE }, (response) => {
      const parts: Uint8Array[] = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.once('end', () =>
        resolve(response.statusCode === 200 ? Buffer.concat(parts).toString('utf8') : undefined),
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
