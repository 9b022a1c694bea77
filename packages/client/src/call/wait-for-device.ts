import {
  createDeadline,
  type DeadlineEnd,
  systemTimers,
  type Timers,
  type Transport,
  transportError,
} from '@nationec/transport'

/** How long a call waits, and who may end it. */
export interface WaitOptions {
  readonly signal: AbortSignal | undefined
  readonly deadline: number | undefined
  readonly timers: Timers | undefined
}

/**
 * Waits until a lost link has let go of the device, and gives the milliseconds that are left of the call.
 *
 * The wait is part of the call: its deadline and its signal end it, and nothing was sent then. Settings that are wrong
 * end nothing here; the connection refuses them.
 *
 * @throws `TIMEOUT` and `ABORTED`, both `not-sent`
 */
export async function waitForDevice(
  { name, deadline: usual }: Transport,
  released: Promise<unknown>,
  { signal, deadline: milliseconds = usual, timers = systemTimers }: WaitOptions,
): Promise<number> {
  if (!(milliseconds >= 0) || (signal !== undefined && !(signal instanceof AbortSignal))) return milliseconds
  let tell = (_: DeadlineEnd, _cause?: unknown): void => {}
  const cut = new Promise<never>((_, reject) => {
    tell = (code, cause) => reject(transportError(name, code, { delivery: 'not-sent', cause }))
  })
  const deadline = createDeadline({ timers, signal, milliseconds, onEnd: tell })
  try {
    await Promise.race([released, cut])
    return deadline.remaining()
  } finally {
    deadline.clear()
  }
}
