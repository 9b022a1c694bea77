import { createDeadline, type Timers } from '@nationec/transport'
import { serialError } from '../catalogue/serial-error.ts'

/** Holds callers back until there is a session. */
export interface Gate {
  open(): void
  shut(): void
  /** There will be none; callers that wait or come are told, until `open`. */
  fail(error: unknown): void
  /** Resolves when it is open. Rejects with the failure, with `TERMINAL_SILENT` after the limit, or with the signal's reason. */
  within(limit: number, signal: AbortSignal): Promise<void>
}

export function createGate(timers: Timers): Gate {
  const waiting = new Set<(failure?: { readonly error: unknown }) => void>()
  let isOpen = false
  let failure: { readonly error: unknown } | undefined

  return {
    open() {
      isOpen = true
      failure = undefined
      tellAll()
    },
    shut() {
      isOpen = false
    },
    fail(error) {
      isOpen = false
      failure ??= { error }
      tellAll()
    },
    async within(limit, signal) {
      if (signal.aborted) throw signal.reason
      if (isOpen) return
      if (failure !== undefined) throw failure.error
      await wait(limit, signal)
    },
  }

  function tellAll(): void {
    for (const tell of [...waiting]) tell(failure)
  }

  function wait(limit: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const deadline = createDeadline({
        timers,
        signal,
        milliseconds: limit,
        onEnd: (end, cause) => tell({ error: end === 'TIMEOUT' ? serialError('TERMINAL_SILENT') : cause }),
      })
      waiting.add(tell)

      function tell(failed?: { readonly error: unknown }): void {
        deadline.clear()
        waiting.delete(tell)
        if (failed === undefined) resolve()
        else reject(failed.error)
      }
    })
  }
}
