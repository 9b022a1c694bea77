import { agentError } from '../errors/agent-error.ts'

/** What is under way, and whether more is taken. */
export interface WorkInHand {
  readonly stopping: boolean
  /** @throws `AGENT_STOPPING` */
  admit(): void
  /**
   * Runs something that the agent waits for when it stops; its signal is aborted when the waiting is over.
   *
   * @throws `AGENT_STOPPING`
   */
  track<Result>(work: (signal: () => AbortSignal) => Promise<Result>, caller?: () => AbortSignal): Promise<Result>
  /** Takes nothing more; resolves when all is done, or was given up after so many milliseconds. */
  stop(within: number): Promise<'done' | 'parked'>
  /** Ends the waiting of {@link stop} now. */
  hurry(): void
  readonly count: number
}

/** Milliseconds that what was given up has to write down that its outcome is unknown. */
const LAST_WORDS = 2_000

export function createWorkInHand(): WorkInHand {
  const running = new Set<() => void>()
  let stopping = false
  let whenIdle: (() => void) | undefined
  let hurryUp: (() => void) | undefined

  function idle(): Promise<void> {
    return running.size === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          whenIdle = resolve
        })
  }

  function admit(): void {
    if (stopping) throw agentError('AGENT_STOPPING', { headers: { 'Retry-After': '10', Connection: 'close' } })
  }

  return {
    get stopping() {
      return stopping
    },
    get count() {
      return running.size
    },
    admit,
    async track(work, caller) {
      admit()
      let controller: AbortController | undefined
      let forget: () => void = () => {}
      // Made only when it is asked for: most work needs no signal.
      const signal = (): AbortSignal => {
        if (controller !== undefined) return controller.signal
        const made = new AbortController()
        controller = made
        const callerSignal = caller?.()
        const giveUp = (): void => made.abort(callerSignal?.reason)
        if (callerSignal?.aborted) giveUp()
        callerSignal?.addEventListener('abort', giveUp)
        forget = () => callerSignal?.removeEventListener('abort', giveUp)
        return made.signal
      }
      const cut = (): void => controller?.abort(agentError('AGENT_STOPPING'))
      running.add(cut)
      try {
        return await work(signal)
      } finally {
        forget()
        running.delete(cut)
        if (running.size === 0) whenIdle?.()
      }
    },
    async stop(within) {
      stopping = true
      const done = idle()
      if (
        await before(done, within, (go) => {
          hurryUp = go
        })
      )
        return 'done'
      for (const cut of [...running]) cut()
      await before(done, LAST_WORDS)
      return 'parked'
    },
    hurry: () => hurryUp?.(),
  }
}

/** Whether something ends in time. */
async function before(done: Promise<void>, milliseconds: number, onWait?: (cut: () => void) => void): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
    onWait?.(() => resolve(false))
  })
  const inTime = await Promise.race([done.then(() => true), late])
  clearTimeout(timer)
  return inTime
}
