import { createDeadline, type DeadlineEnd, type Timers } from '@nationec/transport'

/** How long something may take. */
export interface Patience {
  readonly timers: Timers
  /** Milliseconds from now on. */
  readonly milliseconds: number
  readonly signal?: AbortSignal | undefined
}

/** Waits for work that cannot be stopped, such as a key device, no longer than that. What it gives later is dropped. */
export function within<Result>(
  work: () => Promise<Result>,
  patience: Patience,
  failure: (end: DeadlineEnd, cause?: unknown) => Error,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const deadline = createDeadline({ ...patience, onEnd: (end, cause) => reject(failure(end, cause)) })
    if (patience.signal?.aborted === true) return
    work()
      .then(resolve, reject)
      .finally(() => deadline.clear())
  })
}
