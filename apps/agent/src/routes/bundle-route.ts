import { makeBundle } from '../bundle/bundle.ts'
import { ledgerSummary } from '../bundle/ledger-summary.ts'
import type { HealthCheck } from '../health/health-checks.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** What a program tells of itself for a bundle of support. */
export interface SupportFacts {
  /** Its settings, without secrets. */
  readonly settings: string
  /** The last lines of its log. */
  readonly log: () => string
}

export interface BundleContext {
  readonly agent: { readonly transport: string }
  readonly clock: () => number
  readonly ledger: Pick<AgentLedger, 'operationPage' | 'exceptions'>
  readonly health: () => Promise<readonly HealthCheck[]>
  readonly metrics: Pick<Metrics, 'text'>
  readonly support: SupportFacts | undefined
}

/** What the support of the manufacturer asks for, in one file. */
export function bundleRoute({ agent, clock, ledger, health, metrics, support }: BundleContext): AnyEndpoint {
  return endpoint({
    id: 'getBundle',
    method: 'GET',
    path: '/v1/bundle',
    tag: 'agent',
    summary: {
      zh: '支持信息包（zip）',
      en: 'Versions, settings, masked log, ledger and health, in one zip for support',
    },
    access: 'console',
    response: { status: 200, type: 'application/zip', schema: { type: 'string', format: 'binary' } },
    async handle() {
      const bundle = makeBundle({
        settings: support?.settings ?? '',
        log: support?.log() ?? '',
        health: await health(),
        ledger: await ledgerSummary(ledger),
        metrics: await metrics.text(),
        transport: agent.transport,
        at: clock(),
      })
      return new Response(bundle as Uint8Array<ArrayBuffer>, {
        headers: {
          'Content-Type': 'application/zip',
          'Content-Disposition': 'attachment; filename="nationec-agent-bundle.zip"',
        },
      })
    },
  })
}
