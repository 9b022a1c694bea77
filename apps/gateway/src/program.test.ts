// @runtimes node
// @everyday none
// @needs nats-server
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type TemporaryFolder, temporaryFolder } from '../../../packages/ledger/src/store/fixtures/folder.ts'
import { type PostgresServer, startPostgres } from '../../../packages/ledger/src/store/fixtures/postgres-server.ts'
import { type NatsServer, startNats } from '../../../packages/transport-nats/src/fixtures/nats-server.ts'
import type { Answer } from '../../agent/src/fixtures/http.ts'
import { pairProgram } from '../../agent/src/fixtures/paired-program.ts'
import { billFor, startDemo } from '../../agent/src/fixtures/program.ts'

const PROGRAM = fileURLToPath(new URL('../bin/nationec-gateway.mjs', import.meta.url))

let postgres: PostgresServer
let nats: NatsServer
let folder: TemporaryFolder
let settings: string[] = []
before(async () => {
  ;[postgres, nats] = await Promise.all([startPostgres(), startNats()])
  folder = temporaryFolder()
  const key = join(folder.path, 'gateway.key')
  writeFileSync(key, `${'7'.repeat(64)}\n`, { mode: 0o600 })
  const pool = postgres.pool()
  const { host } = (pool as unknown as { options: { host: string } }).options
  await pool.end()
  settings = [
    ...['--org-id', 'H33010200001', '--tills', 'T1', '--nats', `127.0.0.1:${nats.port}`, '--key-file', key],
    ...['--database', `postgres://postgres@/postgres?host=${encodeURIComponent(host)}`, '--port', '0', '--no-sign-on'],
  ]
})
after(async () => {
  await postgres.stop()
  await nats.stop()
  folder.remove()
})

describe('nationec-gateway', () => {
  it('shows its settings and where they come from, without what is secret, and names what is missing', async () => {
    const shown = await ended('--explain', ...settings)
    assert.equal(shown.code, 0)
    assert.match(shown.out, /--tills +T1 +flag/)
    assert.match(shown.out, /--database +\*\*\* +flag/)
    const missing = await ended('--tills', 'T1')
    assert.equal(missing.code, 5)
    assert.match(missing.err, /--org-id/)
    const wrong = await ended('--til', 'T1', ...settings)
    assert.match(wrong.err, /--til\b/)
  })

  it('says whether it could work', async () => {
    const good = await ended('doctor', ...settings)
    assert.equal(good.code, 0, good.out + good.err)
    assert.match(good.out, /ok {3}.*max_payload/)
    const bad = await ended('doctor', ...settings, '--database', 'postgres://postgres@127.0.0.1:1/postgres')
    assert.equal(bad.code, 1)
    assert.match(bad.out, /FAIL .*database/)
  })

  it('killed while a till was at work: another one proves what became of it, and nothing is sent again', async () => {
    const fleet = JSON.stringify({ servers: `127.0.0.1:${nats.port}`, till: 'T1' })
    await using desk = await startDemo('--data', join(folder.path, 'desk'), '--fleet', fleet, '--no-sign-on')
    await using one = await startGateway()
    await using two = await startGateway()
    const bill = await billFor(desk)
    const uploads = async (): Promise<number> => (await desk.call('GET', '/v1/simulator')).json.counts.effects.uploads
    const first = await untilAnswered(() => one.call('POST', '/v1/orders', bill, 'first'))
    assert.equal(first.status, 201, first.text)
    const fault = { kind: 'slow', milliseconds: 2_000, carriedOut: 'first' }
    const set = await desk.call('POST', '/v1/simulator/faults', { fault, on: 'uploadFees' })
    assert.equal(set.status, 200, set.text)
    // The number of the example's bill has been used.
    const { medOrgOrd: _, ...another } = await billFor(desk)
    const lost = one.call('POST', '/v1/orders?deadline=5000', another, 'lost').catch(() => undefined)
    while ((await uploads()) < 2) await tick()
    process.kill(one.child.pid ?? 0, 'SIGKILL')
    await lost
    const found = await untilKnown(two)
    assert.deepEqual([found['key'], found['state'], found['proof']], ['lost', 'done', 'memory'])
    assert.equal(await uploads(), 2)
    // Without the centre the till goes on at its own page.
    await nats.signal('SIGKILL')
    assert.ok((await billFor(desk))['ecToken'] !== undefined)
    await nats.restart()
  })
})

/** The newest operation, once its outcome is known: the dead gateway's lease on it ends a minute after its deadline. */
async function untilKnown(gateway: RunningGateway): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const { operations } = (await gateway.call('GET', '/v1/operations')).json
    const found = operations.find(({ key }: { key: string }) => key === 'lost')
    if (found !== undefined && found.state !== 'running' && found.state !== 'unknown') return found
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The till asks for its lease when it has dialled: until then it is away, and nothing is sent. */
async function untilAnswered(call: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await call()
    if (answer.json.code !== 'TILL_OFFLINE') return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

interface RunningGateway extends AsyncDisposable {
  readonly child: ChildProcess
  call(method: string, path: string, body?: unknown, key?: string): Promise<Answer>
}

async function startGateway(): Promise<RunningGateway> {
  const child = spawn(process.execPath, [PROGRAM, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (part) => {
    err += part
  })
  const gone = once(child, 'exit').then(() => {
    throw new Error(err)
  })
  const url = String(await Promise.race([once(child.stdout, 'data'), gone])).trim()
  gone.catch(() => {})
  const base = `${url}tills/T1`
  const { call } = await pairProgram(base, async () => {
    while (!/T1: (\S+)/.test(err)) await tick()
    return /T1: (\S+)/.exec(err)?.[1]
  })
  return {
    ...{ child, call },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

async function ended(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => {
    out += part
  })
  child.stderr.on('data', (part) => {
    err += part
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10))
}
