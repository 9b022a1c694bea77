import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import type { WatchedStore } from '../ledger/watched-store.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'

/** The year before which no clock of a till is right. */
const EARLIEST = Date.UTC(2026, 0, 1)

export interface HealthContext {
  readonly books: Pick<WatchedStore, 'writable'>
  readonly clock: () => number
  readonly work: Pick<WorkInHand, 'stopping'>
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
  /** Whether the terminal is there, by the last exchange and by what its transport notices. */
  readonly terminalSeen: () => boolean
}

/** Whether the agent lives and can work, and its numbers. No token, and nothing of anybody. */
export function healthRoutes({ books, clock, work, metrics, terminalSeen }: HealthContext): AnyEndpoint[] {
  function checks() {
    return [
      { id: 'ledger', ok: books.writable, zh: '资金账本可写', en: 'the ledger took what it was given last' },
      {
        id: 'terminal',
        ok: terminalSeen(),
        zh: '与终端的最近一次交互正常，且链路未断开',
        en: 'the last exchange with the terminal went well, and its link is not lost',
      },
      { id: 'clock', ok: clock() > EARLIEST, zh: '系统时间合理', en: 'the clock can be right' },
      { id: 'stopping', ok: !work.stopping, zh: '程序未在停止', en: 'the agent takes work' },
    ]
  }

  return [
    endpoint({
      method: 'GET',
      path: '/livez',
      tag: 'agent',
      summary: { zh: '进程存活', en: 'Whether the agent lives' },
      access: 'open',
      response: { status: 200, schema: { type: 'object' } },
      // A page of any origin may learn that something answers here: without that it could not tell people what is wrong.
      handle: () => ({ body: { status: 'ok' }, headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } }),
    }),
    endpoint({
      method: 'GET',
      path: '/readyz',
      tag: 'agent',
      summary: { zh: '可否受理请求', en: 'Whether the agent can work' },
      access: 'open',
      response: { status: 200, schema: { type: 'object' } },
      handle() {
        const results = checks()
        // A terminal that was away once may be back: only what stops all work makes the agent unready.
        const ready = results.every(({ id, ok }) => ok || id === 'terminal')
        return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'unready', checks: results } }
      },
    }),
    endpoint({
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
