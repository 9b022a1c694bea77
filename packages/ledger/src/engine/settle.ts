import { LedgerError } from '../errors/ledger-error.ts'
import { isOpen } from '../model/story.ts'
import { type LedgerOperation, viewOperation } from '../model/view.ts'
import type { OperationRow } from '../store/rows.ts'
import type { Parts } from './parts.ts'

/** Milliseconds after which a change by another process is looked for. */
const LOOK = 2_000

/** Tells of changes that this process stores. */
export interface Watch {
  changed(operation: OperationRow): void
  /** Resolves at the next change of the operation. */
  next(operation: string): { readonly change: Promise<void>; stop(): void }
}

export function createWatch(): Watch {
  const waiting = new Map<string, Set<() => void>>()
  return {
    changed({ id }) {
      for (const tell of waiting.get(id) ?? []) tell()
    },
    next(operation) {
      let tell = (): void => {}
      const change = new Promise<void>((resolve) => {
        tell = resolve
      })
      const others = waiting.get(operation) ?? new Set()
      waiting.set(operation, others.add(tell))
      const stop = (): void => {
        others.delete(tell)
        if (others.size === 0) waiting.delete(operation)
      }
      return { change, stop }
    },
  }
}

export interface SettleParts {
  readonly runner: { isRunning(operation: string): boolean }
  readonly worker: { ask(operation: string): Promise<boolean> }
  readonly watch: Watch
}

export interface SettleOptions {
  readonly within: number
  /** One question is enough. */
  readonly once: boolean
}

/** Waits until the outcome of an operation is known, or the time is over. */
export async function settle(
  parts: Parts,
  { runner, worker, watch }: SettleParts,
  id: string,
  { within, once }: SettleOptions,
): Promise<LedgerOperation> {
  const { store, clock, timers } = parts
  const end = timers.now() + within
  let first = true
  let asked: number | undefined
  for (;;) {
    const [row] = await store.findOperations({ id })
    if (row === undefined) throw new LedgerError('OPERATION_NOT_KNOWN')
    const left = end - timers.now()
    asked ??= row.asked
    const asks = row.state === 'unknown' && first
    if (!isOpen(row) || (left <= 0 && !asks) || (once && row.asked > asked))
      return viewOperation(row, await store.answerOf(id), true)
    const due = row.nextAt === undefined ? Number.POSITIVE_INFINITY : row.nextAt - clock()
    if (asks || (row.state === 'unknown' && due <= 0)) {
      const isAsked = await worker.ask(id)
      // At a busy terminal it is tried again, as long as there is time.
      first = !isAsked && left > 0
      if (isAsked) continue
    }
    const wait = Math.min(left, LOOK, row.state === 'running' && runner.isRunning(id) ? left : Math.max(due, 1))
    await waitFor(parts, watch, id, wait)
  }
}

async function waitFor({ timers }: Parts, watch: Watch, id: string, milliseconds: number): Promise<void> {
  const { change, stop } = watch.next(id)
  let timer: unknown
  const time = new Promise<void>((resolve) => {
    timer = timers.setTimeout(resolve, milliseconds)
  })
  await Promise.race([change, time])
  timers.clearTimeout(timer)
  stop()
}
