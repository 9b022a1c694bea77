/**
 * What a NATS server between a centre and its tills adds to an exchange, with one till and with many that are connected.
 * The terminal answers at once, and the tills forget with the process: what is left is the way there and back, with the
 * question whether the exchange is still wanted.
 */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { defineTransport } from '../../packages/transport/src/index.ts'
import { dial } from '../../packages/transport-nats/src/fixtures/dial.ts'
import { startNats } from '../../packages/transport-nats/src/fixtures/nats-server.ts'
import { natsTransport, serveTill, volatileMemory } from '../../packages/transport-nats/src/index.ts'
import { report } from '../../scripts/bench-kit.ts'

/** As long as the request of a bill with a few lines. */
const TEXT = JSON.stringify({ data: 'x'.repeat(580) })
const TILLS = Number(process.env['NATIONEC_BENCH_TILLS'] ?? 1_000)
const CALLERS = 64

const echo = defineTransport({
  specVersion: 1,
  name: 'echo',
  supports: { cancel: false, disconnectEvents: false },
  open: async () => ({ send: async ({ text }) => text, close: () => {} }),
})

if (spawnSync('nats-server', ['--version']).status === 0) await measure()
else console.log('fleet: skipped, there is no nats-server (Debian: apt-get install nats-server)')

async function measure(): Promise<void> {
  await using server = await startNats()
  await using centre = await dial(server.port)
  const bare = await timesOf(echo.connect(), 2_000)
  for (const [tills, name] of [
    [1, 'added'],
    [TILLS, `${TILLS}_tills_added`],
  ] as const) {
    const desks = await Promise.all(Array.from({ length: Math.ceil(tills / 50) }, () => dial(server.port)))
    for (let till = 0; till < tills; till += 1) {
      const connection = desks[till % desks.length] as (typeof desks)[number]
      await serveTill({ connection, till: `T${till}`, transport: echo, memory: volatileMemory() })
    }
    const connect = (till: number) => natsTransport({ connection: centre, till: `T${till}` }).connect()
    const times = await timesOf(connect(0), 2_000)
    report(`fleet.nats.${name}_p50_ms`, at(times, 0.5) - at(bare, 0.5))
    report(`fleet.nats.${name}_p99_ms`, at(times, 0.99) - at(bare, 0.99))
    if (tills > 1) report(`fleet.nats.exchanges_per_s.${TILLS}_tills`, await throughput(tills, connect))
    await Promise.all(desks.map((desk) => desk.close()))
  }
}

/** Milliseconds of each exchange, one after the other, in ascending order. */
async function timesOf(connection: ReturnType<typeof echo.connect>, count: number): Promise<number[]> {
  const times: number[] = []
  for (let exchange = 0; exchange < count; exchange += 1) {
    const started = performance.now()
    await connection.exchange({ text: TEXT })
    times.push(performance.now() - started)
  }
  await connection.close()
  return times.slice(count / 10).sort((a, b) => a - b)
}

function at(times: readonly number[], part: number): number {
  return times[Math.floor(times.length * part)] ?? Number.NaN
}

/** Exchanges a second of callers that each go from till to till. */
async function throughput(tills: number, connect: (till: number) => ReturnType<typeof echo.connect>): Promise<number> {
  const connections = Array.from({ length: tills }, (_, till) => connect(till))
  await Promise.all(connections.map((connection) => connection.exchange({ text: TEXT })))
  const started = performance.now()
  const each = 200
  const work = Array.from({ length: CALLERS }, async (_, caller) => {
    for (let round = 0; round < each; round += 1) {
      await connections[(caller + round * CALLERS) % tills]?.exchange({ text: TEXT })
    }
  })
  await Promise.all(work)
  return (CALLERS * each * 1_000) / (performance.now() - started)
}
