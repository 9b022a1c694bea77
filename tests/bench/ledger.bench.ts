/**
 * The stores of the ledger: what a commit costs beside a bare append to a file, how many intents a grouped commit takes, how
 * long it stops the event loop, what a million operations cost, and PostgreSQL with 50 callers. Each process measures the
 * figures that its arguments name and makes the folder that it needs.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { postgresStore } from '../../packages/ledger/src/postgres.ts'
import { sqliteStore } from '../../packages/ledger/src/sqlite.ts'
import { canonical } from '../../packages/ledger/src/store/chain.ts'
import type { OpenStore, Write } from '../../packages/ledger/src/store/contract.ts'
import { startPostgres } from '../../packages/ledger/src/store/fixtures/postgres-server.ts'
import { changed, operationOf, orderOf, write } from '../../packages/ledger/src/store/kit/sample-rows.ts'
import { median, ratio, report } from '../../scripts/bench-kit.ts'
import { bun, deno, toolNode } from '../../scripts/tools.mjs'

const SOURCES = '--conditions=@nationec/source'
const script = import.meta.filename
const [what = 'all', ...given] = process.argv.slice(2)
/** Of one round of `lookUp`. */
const LOOKUPS = 5
const MILLION = Number(process.env['NATIONEC_BENCH_OPERATIONS'] ?? 1_000_000)

const runtimes = [
  { name: '', command: toolNode().path, words: ['--expose-gc', SOURCES] },
  { name: '.bun', command: bun()?.path, words: [SOURCES] },
  {
    name: '.deno',
    command: deno()?.path,
    words: ['run', SOURCES, '-A', '--no-check', '--no-lock', '--node-modules-dir=manual'],
  },
]

const measures: Readonly<Record<string, () => Promise<void>>> = { commits, million, opened, postgres }

if (what === 'all') {
  for (const { name, command, words } of runtimes) if (command !== undefined) start(command, words, 'commits', name)
  const [node] = runtimes
  for (const each of ['million', 'postgres']) start(node?.command ?? '', node?.words ?? [], each)
} else await measures[what]?.()

function start(command: string, words: readonly string[], ...more: readonly string[]): void {
  const { status, error } = spawnSync(command, [...words, script, ...more], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${more.join(' ')} failed`, { cause: error })
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-bench-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An intent as the engine writes it: the operation and its order. */
function intent(number: number): Write[] {
  const text = String(number)
  const row = operationOf(number, {
    ...{ order: `or-${text}`, medOrgOrd: `M${text}`, payOrdId: `P${text}`, till: 'till-1', amount: 12_850n },
    ...{ alike: text.padStart(64, '0'), state: 'done', outcome: 'done', proof: 'answer', holds: [] },
  })
  return [write('operation', row), write('order', orderOf(number, { payOrdId: `P${text}`, status: 'settled' }))]
}

async function commits(): Promise<void> {
  const [runtime = ''] = given
  await inFolder(async (folder) => {
    const blocked: number[] = []
    const turn = (flush: () => void): void => {
      setImmediate(() => {
        const begin = performance.now()
        flush()
        blocked.push(performance.now() - begin)
      })
    }
    const store = await sqliteStore({ folder: join(folder, 'data'), turn }).open({ clock: Date.now, instance: 'bench' })
    let number = 0
    const next = (): Write[] => {
      number += 1
      return intent(number)
    }
    const file = openSync(join(folder, 'append'), 'a')
    const bytes = Buffer.from(canonical(intent(1)))
    const append = (): void => {
      writeSync(file, bytes)
      fdatasyncSync(file)
    }
    report(`ledger.sqlite.commit/append${runtime}`, 1 / (await ratio(() => store.commit(next()), append)))
    closeSync(file)

    blocked.length = 0
    const rates: number[] = []
    for (let round = 0; round < 9; round += 1) {
      const groups = Array.from({ length: 2_000 }, next)
      const begin = performance.now()
      await Promise.all(groups.map((group) => store.commit(group)))
      rates.push((groups.length / (performance.now() - begin)) * 1_000)
    }
    report(`ledger.sqlite.grouped_per_s${runtime}`, median(rates))
    blocked.sort((a, b) => a - b)
    report(`ledger.sqlite.blocked_p99_ms${runtime}`, blocked[Math.floor(blocked.length * 0.99)] ?? Number.NaN)
    await store.close()
  })
}

/** Fills a ledger; another process then opens it, so that its memory holds nothing of the filling. */
async function million(): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'data')
    const store = await sqliteStore({ folder: path }).open({ clock: Date.now, instance: 'bench' })
    for (let number = 1; number <= MILLION; number += 5_000) {
      const count = Math.min(5_000, MILLION - number + 1)
      await Promise.all(Array.from({ length: count }, (_, index) => store.commit(intent(number + index))))
    }
    await store.close()
    const [node] = runtimes
    start(node?.command ?? '', node?.words ?? [], 'opened', path, join(folder, 'empty'))
  })
}

async function opened(): Promise<void> {
  const [path = '', empty = ''] = given
  const open = (folder: string): Promise<OpenStore> =>
    sqliteStore({ folder }).open({ clock: Date.now, instance: 'bench' })
  const first = await open(empty)
  await lookUp(first, 1)
  const before = residentSize()
  await first.close()
  const begin = performance.now()
  const store = await open(path)
  report('ledger.open_1m_s', (performance.now() - begin) / 1_000)
  const times: number[] = []
  for (let index = 1; index <= 500; index += 1) {
    const number = 1 + ((index * 7_919) % MILLION)
    const started = performance.now()
    await lookUp(store, number)
    times.push((performance.now() - started) / LOOKUPS)
  }
  report('ledger.lookup_1m_ms', median(times))
  report('ledger.rss_1m_mb', residentSize() - before)
  await store.close()
}

async function lookUp(store: OpenStore, number: number): Promise<void> {
  await store.findOperations({ scope: 'till-1', key: `key-${number}` })
  await store.findOperations({ id: `op-${number}` })
  await store.findOperations({ payOrdId: `P${number}` })
  await store.findOrders({ medOrgOrd: `M${number}` })
  await store.orders({ day: '2026-01-01', limit: 20 })
}

function residentSize(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1_048_576
}

/** Two commits an order, 50 callers, ten connections. */
async function postgres(): Promise<void> {
  const server = await startPostgres()
  const pool = server.pool({ max: 10, pipeline: true })
  const key = new Uint8Array(32).fill(1)
  const store = await postgresStore({ pool, scope: 'bench', key }).open({ clock: Date.now, instance: 'bench' })
  let [number, orders] = [0, 0]
  const begin = performance.now()
  const until = begin + 5_000
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      number += 1
      const mine = number
      const [operation, order] = [operationOf(mine), orderOf(mine)]
      await store.commit([write('operation', operation), write('order', order)])
      const ended = changed(operation, { state: 'done', outcome: 'done', holds: [] })
      await store.commit([
        write('operation', ended, { answer: `{"payOrdId":"P${mine}"}` }),
        write('order', changed(order, { payOrdId: `P${mine}`, status: 'pending' })),
      ])
      orders += 1
    }
  }
  await Promise.all(Array.from({ length: 50 }, caller))
  report('ledger.postgres.orders_per_s', (orders / (performance.now() - begin)) * 1_000)
  await store.close()
  await pool.end()
  await server.stop()
}
