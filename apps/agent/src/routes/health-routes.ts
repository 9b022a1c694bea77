import { agentError } from '../errors/agent-error.ts'
import { type HealthCheck, isReady } from '../health/health-checks.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { aliveAnswer, readyAnswer } from '../openapi/answers.ts'

export interface HealthContext {
  readonly health: () => Promise<readonly HealthCheck[]>
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
}

/** Whether the agent lives and can work, and its numbers. No token, and nothing of anybody. */
export function healthRoutes({ health, metrics }: HealthContext): AnyEndpoint[] {
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
      async handle({ caller }) {
        if (caller.kind === 'listed') throw agentError('ROLE_REFUSED')
        return new Response(await metrics.text(), { headers: { 'Content-Type': metrics.contentType } })
      },
    }),
  ]
}
