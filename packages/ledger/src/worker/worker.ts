import { applyFact } from '../engine/apply-fact.ts'
import type { Memory } from '../engine/memories.ts'
import type { Parts } from '../engine/parts.ts'
import { DIED, recover } from '../engine/recover.ts'
import type { OperationRow } from '../store/rows.ts'

/** Milliseconds that a claim lasts: longer than any question. */
const CLAIM = 60_000
/** While a cashier is served, or the store does not answer. */
const PAUSE = 1_000
/** No timer is longer, so that a clock that was set does not matter for long. */
const LONGEST = 60_000

export interface WorkerOptions {
  readonly memories: readonly Memory[]
  /** Whether an operation runs in this process: then its process has not died. */
  readonly isRunning: (operation: string) => boolean
  /** Housekeeping between questions: retention. */
  readonly rest: () => Promise<void>
}

/** Brings operations whose outcome is unknown to a proof or to a person, one question at a time. */
export interface Worker {
  start(): void
  /** Something may be due. */
  wake(): void
  /** Does everything that is due now; gives how many operations were looked at. */
  work(): Promise<number>
  /** Asks for one operation now, due or not; `false` when the terminal is busy. */
  ask(operation: string): Promise<boolean>
  stop(): Promise<void>
}

export function createWorker(parts: Parts, { memories, isRunning, rest }: WorkerOptions): Worker {
  const { store, clock, timers, gates, instance } = parts
  let timer: unknown
  let working: Promise<number> | undefined
  let [started, stopped] = [false, false]

  async function one(row: OperationRow): Promise<boolean> {
    // Its process is this one: the claim has only moved the time after which it counts as dead.
    if (isRunning(row.id) || parts.backlog.has(row.id)) return true
    const unknown = row.state === 'running' ? await applyFact(parts, row.id, DIED) : row
    if (unknown.state !== 'unknown') return true
    const asked = await gates.question(parts.clientOf(row.till), (signal) => recover(parts, memories, unknown, signal))
    if (asked !== 'busy') return true
    // It was not asked: the claim must not hold it for a minute.
    const now = clock()
    await store.claim({ now, until: now + PAUSE, owner: instance, limit: 1, operation: row.id })
    return false
  }

  async function everythingDue(): Promise<number> {
    await parts.backlog.flush()
    let count = 0
    while (!stopped && !gates.isBusy(parts.clientOf(undefined))) {
      const now = clock()
      const [row] = await store.claim({ now, until: now + CLAIM, owner: instance, limit: 1 })
      if (row === undefined) break
      await one(row)
      count += 1
    }
    await rest()
    return count
  }

  async function work(): Promise<number> {
    working ??= everythingDue().finally(() => {
      working = undefined
    })
    return working
  }

  /** @param done how many were looked at just now; when that was none, what is due is held by another worker */
  async function plan(done = 1): Promise<void> {
    if (stopped || !started) return
    timers.clearTimeout(timer)
    const due = await store.nextDue().catch(() => clock() + PAUSE)
    if (stopped) return
    const wait = due === undefined ? LONGEST : Math.min(LONGEST, Math.max(due - clock(), 0))
    const pause = done === 0 || gates.isBusy(parts.clientOf(undefined)) ? Math.max(wait, PAUSE) : wait
    timers.clearTimeout(timer)
    timer = timers.setTimeout(() => {
      // A store that does not answer now may answer later: the work is planned anew either way.
      void work().then(plan, () => later())
    }, pause)
  }

  function later(): void {
    if (!stopped) timer = timers.setTimeout(() => void work().then(plan, later), PAUSE)
  }

  return {
    start() {
      started = true
      void plan()
    },
    wake: () => void plan(),
    work,
    async ask(operation) {
      await parts.backlog.flush()
      const now = clock()
      const [row] = await store.claim({ now, until: now + CLAIM, owner: instance, limit: 1, operation })
      return row === undefined || one(row)
    },
    async stop() {
      stopped = true
      timers.clearTimeout(timer)
      gates.abort()
      await working?.catch(() => {})
    },
  }
}
