import type { Timers } from '@nationec/transport'
import type { PortDriver } from '../stack/port-driver.ts'
import type { TerminalNotice } from './terminal-options.ts'

/** Keeps the terminal's port open: a terminal waits for its institution as long as it has power. */
export interface PortKeeper {
  open(): void
  lost(cause: unknown): void
  close(): Promise<void>
  notify(notice: TerminalNotice): void
}

/** A port that was pulled comes back when it is plugged in again. */
const AGAIN = 1_000

export function createPortKeeper(
  driver: PortDriver,
  timers: Timers,
  onNotice: ((notice: TerminalNotice) => void) | undefined,
): PortKeeper {
  let timer: unknown
  let isClosed = false
  let opening: Promise<void> = Promise.resolve()

  return {
    open,
    lost(cause) {
      notify({ type: 'port-lost', cause })
      again()
    },
    async close() {
      isClosed = true
      timers.clearTimeout(timer)
      await opening
      await driver.close()
    },
    notify,
  }

  function open(): void {
    opening = driver.open().then(
      () => notify({ type: 'port-open' }),
      (cause: unknown) => {
        notify({ type: 'port-failed', cause })
        again()
      },
    )
  }

  function again(): void {
    if (!isClosed) timer = timers.setTimeout(open, AGAIN)
  }

  function notify(notice: TerminalNotice): void {
    try {
      onNotice?.(notice)
    } catch {}
  }
}
