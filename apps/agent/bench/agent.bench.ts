import { once } from 'node:events'
import { createClient } from '@nationec/client'
import { mockTransport } from '@nationec/transport-mock'
import { median, report } from '../../../scripts/bench-kit.ts'
import { startChild } from './fixtures/child.ts'
import { Callers, p99 } from './fixtures/load.ts'

/** What HTTP, pairing, checking, tracing, metrics and logging cost, for a query that the terminal answers at once. */
interface Ready {
  readonly port: number
  readonly token: string
  readonly query: Readonly<Record<string, string>>
  readonly answer: { readonly body: unknown }
}

const path = '/v1/orders/query'
const { child: agentProcess, ready } = await startChild<Ready>('agent')
const { port, token, query, answer } = ready
const bare = await startChild<{ port: number }>('bare', [JSON.stringify(answer)])
const agent = new Callers({ port, token, path, body: query, callers: 50 })
const hono = new Callers({ port: bare.ready.port, path, body: query, callers: 50 })

async function memoryAfter(calls: number): Promise<number> {
  await agent.run(calls)
  agentProcess.send('memory')
  const [{ rss }] = (await once(agentProcess, 'message')) as [{ rss: number }]
  return rss / 1024 / 1024
}

const early = await memoryAfter(10_000)
const late = await memoryAfter(90_000)
report('agent.rss_mb', late)
report('agent.rss_mb/10k', late / early)

await hono.run(5_000)
const ratios: number[] = []
const rates: number[] = []
for (let round = 0; round < 9; round += 1) {
  const ours = 4_000 / (await agent.run(4_000)).milliseconds
  const theirs = 4_000 / (await hono.run(4_000)).milliseconds
  ratios.push(ours / theirs)
  rates.push(ours * 1000)
}
report('agent.query.rps', median(rates))
report('agent.query.rps/hono', median(ratios))

/** Milliseconds between two queries of one caller: 1,000 queries a second in all, far more than any desk has. */
const INTERVAL = 50

/** The same 50 callers at the same pace, without HTTP between them and the client. */
async function direct(count: number): Promise<number[]> {
  const transport = mockTransport(() => JSON.stringify({ code: 0, data: answer.body }))
  const client = createClient({ orgId: 'H33010200001', transport })
  const latencies: number[] = []
  let left = count
  const call = async (_: unknown, index: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, index))
    while (left-- > 0) {
      const begun = performance.now()
      await client.querySettlement(query)
      const took = performance.now() - begun
      latencies.push(took)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, INTERVAL - took)))
    }
  }
  await Promise.all(Array.from({ length: 50 }, call))
  await client.close()
  return latencies
}

await direct(1_000)
await agent.paced(1_000, INTERVAL)
const added: number[] = []
for (let round = 0; round < 7; round += 1) {
  const through = p99(await agent.paced(2_000, INTERVAL))
  added.push(through - p99(await direct(2_000)))
}
report('agent.p99.added_ms', median(added))

agentProcess.disconnect()
bare.child.disconnect()
