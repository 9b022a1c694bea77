import type { Timers } from '@nationec/transport'
import type { OpenedPush } from './open-push.ts'
import type { SettlementPushEvent } from './push-event.ts'
import { type PushLog, type PushLogEntry, type PushReason, write } from './push-log.ts'
import type { PushMemory, PushTimes } from './push-memory.ts'

export interface HandingOn {
  readonly memory: PushMemory
  readonly onPush: (event: SettlementPushEvent) => void | Promise<void>
  readonly log: PushLog | undefined
  readonly timers: Timers
  /** Milliseconds that the centre waits for the handler. */
  readonly patience: number
}

/**
 * Hands a push to the caller, unless it was handed on before, and says what the centre is told.
 *
 * The answer does not wait longer than `patience`: a slow handler goes on, its end is remembered, and the centre's next
 * repeat finds the push handled.
 */
export async function handOn(
  { event, key }: OpenedPush,
  times: PushTimes,
  { memory, onPush, log, timers, patience }: HandingOn,
): Promise<'accepted' | 'repeat'> {
  const { payOrdId } = event
  const tell = (outcome: PushLogEntry['outcome'], reason?: PushReason, cause?: unknown): void =>
    write(log, { outcome, ...(reason === undefined ? {} : { reason }), payOrdId }, cause)

  try {
    const taking = await memory.take(key, times)
    if (taking !== 'taken') {
      tell(taking === 'handled' ? 'repeated' : 'asked to repeat', taking === 'handled' ? undefined : 'busy')
      return taking === 'handled' ? 'accepted' : 'repeat'
    }
  } catch (cause) {
    tell('asked to repeat', 'memory failed', cause)
    return 'repeat'
  }

  const handled = handle()
  const slow = await tooSlow(handled)
  if (slow) tell('asked to repeat', 'handler slow')
  return slow ? 'repeat' : handled

  async function handle(): Promise<'accepted' | 'repeat'> {
    try {
      await onPush(event)
    } catch (cause) {
      await leave('asked to repeat', () => memory.forget(key))
      tell('asked to repeat', 'handler failed', cause)
      return 'repeat'
    }
    await leave('handed on', () => memory.settle(key))
    tell('handed on')
    return 'accepted'
  }

  /** What the handler did is done, whether or not the memory could write it down. */
  async function leave(outcome: PushLogEntry['outcome'], step: () => Promise<void> | void): Promise<void> {
    try {
      await step()
    } catch (cause) {
      tell(outcome, 'memory failed', cause)
    }
  }

  function tooSlow(work: Promise<unknown>): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = timers.setTimeout(() => resolve(true), patience)
      void work.then(() => {
        timers.clearTimeout(timer)
        resolve(false)
      })
    })
  }
}
