import { systemTimers, type Timers, type Transport, transportError } from '@nationec/transport'

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
  { signal, deadline = usual, timers = systemTimers }: WaitOptions,
): Promise<number> {
  const due = timers.now() + deadline
  if (!(due >= timers.now()) || (signal !== undefined && !(signal instanceof AbortSignal))) return deadline
  let end = (): void => {}
  const cut = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(transportError(name, 'ABORTED', { delivery: 'not-sent', cause: signal?.reason }))
    const onTimer = (): void => {
      const left = due - timers.now()
      if (left > 0) timer = timers.setTimeout(onTimer, Math.ceil(left))
      else reject(transportError(name, 'TIMEOUT', { delivery: 'not-sent' }))
    }
    let timer = timers.setTimeout(onTimer, deadline)
    signal?.addEventListener('abort', onAbort, { once: true })
    end = () => {
      timers.clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    if (signal?.aborted === true) onAbort()
  })
  try {
    await Promise.race([released, cut])
    return Math.max(0, due - timers.now())
  } finally {
    end()
  }
}
