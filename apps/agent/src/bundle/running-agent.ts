import { usualPorts } from '../listeners/usual-ports.ts'

const PATIENCE = 2_000

/** What a running agent tells without a token. */
export interface RunningAgent {
  readonly health: unknown
  readonly metrics: string
}

/** Asks the agent at a port, or at the usual ones; `token`: that of its numbers. */
export async function askRunning(port: number | undefined, token: string | undefined): Promise<RunningAgent> {
  for (const one of port === undefined ? usualPorts : [port]) {
    const health = await textAt(one, '/readyz')
    if (health === undefined) continue
    return { health: jsonOf(health), metrics: (await textAt(one, '/metrics', token)) ?? '' }
  }
  return { health: { running: false }, metrics: '' }
}

async function textAt(port: number, path: string, token?: string): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(PATIENCE),
      ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
    })
    return await response.text()
  } catch {
    return undefined
  }
}

/** Another program may listen at that port: what is no answer of an agent is left out. */
function jsonOf(text: string): unknown {
  try {
    const { status, checks } = JSON.parse(text) as { readonly status?: unknown; readonly checks?: unknown }
    return { status, checks }
  } catch {
    return { running: false }
  }
}
