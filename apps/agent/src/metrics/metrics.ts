import process from 'node:process'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Numbers for Prometheus. Labels are routes, codes, kinds and tills: never an order, a person or an origin. */
export interface Metrics {
  request(route: string, method: string, status: number, seconds: number): void
  operation(kind: string, outcome: string, till: string | undefined): void
  exchange(outcome: string, seconds: number, till: string | undefined): void
  push(source: string, till: string | undefined): void
  /** A push that fits no order of this agent. */
  alarm(kind: string, till: string | undefined): void
  /** What became of a notice to a server. */
  webhook(outcome: string): void
  text(): Promise<string>
  readonly contentType: string
}

/** What is read at the moment of a request. */
export interface MetricSources {
  readonly version: string
  readonly transport: string
  readonly clock: () => number
  /** When each unknown operation began, in milliseconds since 1970. */
  readonly unknownSince: () => Promise<readonly number[]>
  readonly streams: () => number
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

export function createMetrics({ version, transport, clock, unknownSince, streams }: MetricSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'nationec_agent_request_seconds',
    help: 'Requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  })
  const operations = new Counter({
    name: 'nationec_agent_operations_total',
    help: 'Operations that move money, by kind and outcome',
    labelNames: ['kind', 'outcome', 'till'],
    registers,
  })
  const exchanges = new Histogram({
    name: 'nationec_agent_terminal_seconds',
    help: 'Exchanges with the terminal, waiting included, by outcome',
    labelNames: ['outcome', 'till'],
    buckets: SECONDS,
    registers,
  })
  const pushes = new Counter({
    name: 'nationec_agent_pushes_total',
    help: 'Payment pushes received, by source',
    labelNames: ['source', 'till'],
    registers,
  })
  const alarms = new Counter({
    name: 'nationec_agent_alarms_total',
    help: 'Payment pushes that fit no order of this agent, by kind; should be 0',
    labelNames: ['kind', 'till'],
    registers,
  })
  const webhooks = new Counter({
    name: 'nationec_agent_webhooks_total',
    help: 'Notices sent to servers, by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  new Gauge({
    name: 'nationec_agent_unknown_operations',
    help: 'Operations whose outcome is not known; should be 0',
    registers,
    async collect() {
      this.set((await unknownSince()).length)
    },
  })
  new Gauge({
    name: 'nationec_agent_unknown_oldest_seconds',
    help: 'Age of the oldest operation whose outcome is not known',
    registers,
    async collect() {
      const oldest = Math.min(...(await unknownSince()))
      this.set(Number.isFinite(oldest) ? Math.max(0, (clock() - oldest) / 1000) : 0)
    },
  })
  new Gauge({
    name: 'nationec_agent_event_streams',
    help: 'Open event streams',
    registers,
    collect() {
      this.set(streams())
    },
  })
  new Gauge({ name: 'nationec_agent_info', help: 'Build', labelNames: ['version', 'transport'], registers }).set(
    { version, transport },
    1,
  )
  addProcessMetrics(registry)

  const observers = new Map<string, { observe(seconds: number): void }>()
  return {
    request(route, method, status, seconds) {
      const key = `${method} ${route} ${status}`
      let observer = observers.get(key)
      if (observer === undefined) {
        observer = requests.labels({ route, method, status: String(status) })
        observers.set(key, observer)
      }
      observer.observe(seconds)
    },
    operation: (kind, outcome, till) => operations.inc({ kind, outcome, ...at(till) }),
    exchange: (outcome, seconds, till) => exchanges.observe({ outcome, ...at(till) }, seconds),
    push: (source, till) => pushes.inc({ source, ...at(till) }),
    alarm: (kind, till) => alarms.inc({ kind, ...at(till) }),
    webhook: (outcome) => webhooks.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** The label of a till, where there are several. */
const at = (till: string | undefined) => (till === undefined ? {} : { till })

/** Some of these are not known to Bun and Deno: then the agent has its own numbers only. */
function addProcessMetrics(register: Registry): void {
  // Watching garbage and the event loop keeps handles open; what an operator needs is read when asked for.
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory size in bytes',
    registers: [register],
    collect() {
      this.set(process.memoryUsage().rss)
    },
  })
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'Start time of the process',
    registers: [register],
  }).set(Math.round(Date.now() / 1000 - process.uptime()))
}
