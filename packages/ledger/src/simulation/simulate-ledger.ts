import { allOf } from '../engine/pages.ts'
import { isStoreError } from '../errors/ledger-error.ts'
import type { Ledger } from '../ledger.ts'
import { isOpen } from '../model/story.ts'
import type { Store } from '../store/contract.ts'
import { type Acknowledged, serve } from './cashier.ts'
import { type Disk, plainDisk } from './disk/disk.ts'
import { sqliteDisk } from './disk/sqlite-disk.ts'
import { brokenRules } from './invariants.ts'
import type { World } from './life.ts'
import { planOf } from './plan.ts'
import { createWorld } from './world.ts'

export interface SimulationOptions {
  readonly seed: number
  /** How many orders. */
  readonly orders: number
  /** Only these of them, by their numbers from 1: a shorter story of the same seed. */
  readonly only?: readonly number[] | undefined
  /** Cashiers at one terminal. Default 4. */
  readonly cashiers?: number | undefined
  /**
   * The store of the world. `sqlite`: on a simulated disk that loses what was not synced, tears sectors, is full and fails.
   * One of your own goes through crashes and refusals. Default: `memory`.
   */
  readonly store?: 'memory' | 'sqlite' | (() => Store) | undefined
}

export interface SimulationReport {
  readonly seed: number
  /** The numbers of the orders that were served. */
  readonly orders: readonly number[]
  /** One sentence for each rule that was broken; empty when all is well. */
  readonly broken: readonly string[]
  /** What happened, one line each. */
  readonly story: readonly string[]
  readonly operations: number
  readonly crashes: number
  /** Outcomes at the end, by state and proof. */
  readonly outcomes: Readonly<Record<string, number>>
}

/** Until every question of the schedule was asked: a day, and a quarter of an hour. */
const AFTERWARDS = 26 * 3_600_000

/**
 * Runs a world. The same seed and orders give the same story.
 *
 * @example
 * ```ts
 * import { simulateLedger } from '@nationec/ledger/simulation'
 *
 * const { broken } = await simulateLedger({ seed: 7, orders: 20 })
 * console.log(broken) // []
 * ```
 */
export async function simulateLedger(options: SimulationOptions): Promise<SimulationReport> {
  const disk = await diskOf(options)
  try {
    return await simulateOn(disk, options)
  } finally {
    disk.remove()
  }
}

async function diskOf({ seed, store = 'memory' }: SimulationOptions): Promise<Disk> {
  if (store === 'sqlite') return sqliteDisk({ seed })
  return plainDisk(store === 'memory' ? undefined : store())
}

/** Runs a world on a disk that is given. */
export async function simulateOn(disk: Disk, options: SimulationOptions): Promise<SimulationReport> {
  const { seed, cashiers = 4 } = options
  const numbers = options.only ?? Array.from({ length: options.orders }, (_, index) => index + 1)
  const world = await createWorld(seed, disk)
  const told: Acknowledged = new Map()
  const broken: string[] = []
  const queue = [...numbers]
  const failed: string[] = []

  const cashier = async (): Promise<void> => {
    for (let order = queue.shift(); order !== undefined; order = queue.shift()) {
      const number = order
      await serve(world, planOf(seed, number), told).catch((error: unknown) => {
        failed.push(`order ${number}: ${error}`)
      })
    }
  }
  await drive(world, Promise.all(Array.from({ length: cashiers }, cashier)), failed)
  const ledger = await opened(world, told, broken, failed)
  const crashes = (): number => world.life.number - 1
  if (ledger === undefined) {
    const nothing = { operations: 0, outcomes: {}, crashes: crashes() }
    return { seed, orders: numbers, broken: [...new Set([...broken, ...failed])], story: world.story, ...nothing }
  }
  await world.time.pass(AFTERWARDS)
  broken.push(...(await brokenRules(world, ledger, told)))
  const outcomes: Record<string, number> = {}
  let operations = 0
  for await (const row of allOf((page) => ledger.store.operations(page))) {
    const name = row.proof === undefined ? row.state : `${row.state} by ${row.proof}`
    outcomes[name] = (outcomes[name] ?? 0) + 1
    operations += 1
    if (isOpen(row) && (await ledger.store.exceptions({ operation: row.id, open: true, limit: 1 })).rows.length === 0)
      broken.push(`${row.key} is ${row.state} for ever`)
  }
  const { damage } = await ledger.store.verify()
  broken.push(...damage.map(({ what }) => `the chain: ${what}`))
  await drive(world, ledger.close(), failed)
  const result = { operations, outcomes, crashes: crashes() }
  return { seed, orders: numbers, broken: [...new Set(broken)], story: world.story, ...result }
}

/** The ledger once everything has come back, and what was broken until then; `undefined` when it does not open any more. */
async function opened(
  world: World,
  told: Acknowledged,
  broken: string[],
  failed: string[],
): Promise<Ledger | undefined> {
  const brokenNow = async (): Promise<string[]> => brokenRules(world, await world.ledger(), told)
  try {
    broken.push(...failed, ...(await drive(world, brokenNow(), failed)))
    world.faults = false
    return await drive(world, world.ledger(), failed)
  } catch (error) {
    if (!isStoreError(error, 'LEDGER_DAMAGED')) throw error
    broken.push(`the ledger does not open: ${error.message}`)
    return undefined
  }
}

/** Lets time pass until the work is done. */
async function drive<Result>(world: World, work: Promise<Result>, failed: string[]): Promise<Result> {
  let [done, result] = [false, undefined as Result | undefined]
  let error: unknown
  work.then(
    (value) => {
      result = value
      done = true
    },
    (reason: unknown) => {
      error = reason
      done = true
    },
  )
  for (let idle = 0; !done && idle < 100; ) idle = (await world.time.next()) ? 0 : idle + 1
  if (!done) failed.push('the world stands still')
  if (error !== undefined) throw error
  return result as Result
}

/**
 * The shortest story that still breaks a rule: leaves out orders as long as it does.
 *
 * @param simulate runs the world. Default: {@link simulateLedger}
 * @returns the report of the shortest run; that of the whole when nothing is broken
 */
export async function shrinkSimulation(
  options: SimulationOptions,
  simulate: (options: SimulationOptions) => Promise<SimulationReport> = simulateLedger,
): Promise<SimulationReport> {
  let report = await simulate(options)
  for (let part = Math.ceil(report.orders.length / 2); report.broken.length > 0 && part >= 1; ) {
    const shorter = await firstBroken(options, simulate, report.orders, part)
    if (shorter !== undefined) report = shorter
    else if (part === 1) break
    part = Math.min(shorter === undefined ? Math.ceil(part / 2) : part, Math.max(1, report.orders.length - 1))
    if (report.orders.length <= 1) break
  }
  return report
}

/** The first run that breaks a rule with some orders left out. */
async function firstBroken(
  options: SimulationOptions,
  simulate: (options: SimulationOptions) => Promise<SimulationReport>,
  orders: readonly number[],
  part: number,
): Promise<SimulationReport | undefined> {
  for (let start = 0; start < orders.length; start += part) {
    const only = orders.filter((_, index) => index < start || index >= start + part)
    if (only.length === 0) continue
    const report = await simulate({ ...options, only })
    if (report.broken.length > 0) return report
  }
  return undefined
}
