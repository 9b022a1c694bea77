import { createHash, timingSafeEqual } from 'node:crypto'
import { agentError } from '../errors/agent-error.ts'
import { type HealthCheck, isReady } from '../health/health-checks.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { aliveAnswer, readyAnswer } from '../openapi/answers.ts'

export interface HealthContext {
  readonly health: () => Promise<readonly HealthCheck[]>
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
  /** What `/metrics` asks for. */
  readonly token: string | undefined
  /** Whether other machines reach the agent: then there are no numbers without a token. */
  readonly isReached: () => boolean
}

/** Whether the agent lives and can work, and its numbers. Nothing of anybody. */
export function healthRoutes({ health, metrics, token, isReached }: HealthContext): AnyEndpoint[] {
  return [
    endpoint({
      id: 'isAlive',
      method: 'GET',
      path: '/livez',
      tag: 'agent',
      summary: { zh: '进程存活', en: 'Whether the agent lives' },
      access: 'open',
      response: { status: 200, schema: aliveAnswer },
      // A page of any origin may learn that something answers here: without that it could not tell people what is wrong.
      handle: () => ({ body: { status: 'ok' }, headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } }),
    }),
    endpoint({
      id: 'isReady',
      method: 'GET',
      path: '/readyz',
      tag: 'agent',
      summary: { zh: '可否受理请求', en: 'Whether the agent can work' },
      access: 'open',
      response: { status: 200, also: [503], schema: readyAnswer },
      async handle() {
        const checks = await health()
        const ready = isReady(checks)
        return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'unready', checks } }
      },
    }),
    endpoint({
      id: 'getMetrics',
      method: 'GET',
      path: '/metrics',
      tag: 'agent',
      summary: { zh: 'Prometheus 指标', en: 'Numbers for Prometheus' },
      access: 'open',
      response: { status: 200, type: 'text/plain', schema: { type: 'string' } },
      async handle({ caller, header }) {
        if (caller.kind === 'listed') throw agentError('ROLE_REFUSED')
        if (token !== undefined || isReached()) checkToken(token, header('authorization'))
        return new Response(await metrics.text(), { headers: { 'Content-Type': metrics.contentType } })
      },
    }),
  ]
}

/** @throws `METRICS_TOKEN_NEEDED` */
function checkToken(token: string | undefined, authorization: string | undefined): void {
  const given = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (token !== undefined && given !== undefined && timingSafeEqual(digestOf(given), digestOf(token))) return
  throw agentError('METRICS_TOKEN_NEEDED', { headers: { 'WWW-Authenticate': 'Bearer realm="nationec-agent metrics"' } })
}

const digestOf = (text: string): Uint8Array => createHash('sha256').update(text).digest()
