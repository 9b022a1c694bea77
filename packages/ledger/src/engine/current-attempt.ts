import { AsyncLocalStorage } from 'node:async_hooks'
import type { Attempt } from '../store/attempt.ts'

const attempts = new AsyncLocalStorage<Attempt>()

/** Runs what an attempt sends, so that {@link currentAttempt} tells of it. */
export function asAttempt<Value>(attempt: Attempt, work: () => Value): Value {
  return attempts.run(attempt, work)
}

/**
 * The attempt that the calling code sends for, or `undefined` where no operation of a ledger is sent. For a transport that
 * stores where a request goes: ask in `exchange` or in an interceptor, which run in the context of their caller.
 */
export function currentAttempt(): Attempt | undefined {
  return attempts.getStore()
}
