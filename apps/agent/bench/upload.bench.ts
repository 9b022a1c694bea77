import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { median, report } from '../../../scripts/bench-kit.ts'
import { startChild } from './fixtures/child.ts'
import { Callers } from './fixtures/load.ts'

/**
 * An upload through the agent with its ledger on the disk, against a bare Hono route that parses the same body, appends it
 * to a file, waits for the disk, and answers the same JSON. The terminal answers at once.
 */
interface Ready {
  readonly port: number
  readonly token: string
  readonly upload: Readonly<Record<string, unknown>>
  readonly uploadAnswer: { readonly body: unknown }
}

const path = '/v1/orders'
const { child: agentProcess, ready } = await startChild<Ready>('agent')
const { port, token, upload: body, uploadAnswer } = ready
const bare = await startChild<{ port: number }>('bare', [JSON.stringify(uploadAnswer.body)])
// Each is another patient's: the same person's same total at the same time is refused.
const mark = String(body['idNo'])
const agent = new Callers({ port, token, path, body, callers: 16, keyed: true, mark })
const hono = new Callers({ port: bare.ready.port, path, body, callers: 16, mark })

/** Milliseconds of processor that a server has used: unlike its speed it says something on a busy machine too. */
async function processorOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: { user: number; system: number } }]
  return (cpu.user + cpu.system) / 1000
}

const ROUND = 400
const ROUNDS = 7
await agent.run(2 * ROUND)
await hono.run(2 * ROUND)
const ratios: number[] = []
const rates: number[] = []
const before = [await processorOf(agentProcess), await processorOf(bare.child)] as const
for (let round = 0; round < ROUNDS; round += 1) {
  const ours = ROUND / (await agent.run(ROUND)).milliseconds
  const theirs = ROUND / (await hono.run(ROUND)).milliseconds
  ratios.push(ours / theirs)
  rates.push(ours * 1000)
}
report('agent.upload.rps', median(rates))
report('agent.upload.rps/hono', median(ratios))
const count = ROUND * ROUNDS
const ours = (await processorOf(agentProcess)) - before[0]
const theirs = (await processorOf(bare.child)) - before[1]
report('agent.upload.cpu_ms', ours / count)
report('agent.upload.cpu/hono', ours / theirs)
agentProcess.disconnect()
bare.child.disconnect()
