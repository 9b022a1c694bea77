import process from 'node:process'
import type { Agent } from '../agent.ts'
import type { Logger } from '../logs/logger.ts'

/** Exit codes of a stop, the same as those of the command line. */
export const STOP_EXIT = { ok: 0, parked: 3, failed: 5 } as const

/** A closed window of Windows ends the program after some ten seconds: what is not done by then is written down as unknown. */
const WINDOW_GIVES = 8_000

export interface UntilStopped {
  /** Milliseconds to wait for the terminal. */
  readonly within: number
  readonly logger: Pick<Logger, 'info' | 'error'>
  /** Where a program watches over this one: that one asks for a stop, or is gone, and then nothing would start this one again. */
  readonly onParentStops?: (stop: (within: number | undefined) => void) => void
}

/**
 * Waits for the signal to stop and stops; a second signal ends the waiting. Gives the exit code.
 *
 * A closed window is told by SIGHUP, on Windows too; Ctrl+Break by SIGBREAK. The window may be gone by then, so that
 * nothing that is said to it may end the program.
 */
export function untilStopped(
  agent: Pick<Agent, 'stop' | 'hurry'>,
  { within, logger, onParentStops }: UntilStopped,
): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  return new Promise((resolve) => {
    let asked = false
    const stop = (signal: NodeJS.Signals | 'parent', patience: number): void => {
      asked = true
      const closing = signal === 'SIGHUP' && process.platform === 'win32'
      process.stderr.write('stopping: no new work, waiting for the terminal 正在停止：不再受理新请求，等待终端完成\n')
      agent.stop({ within: closing ? Math.min(patience, WINDOW_GIVES) : patience }).then(
        (outcome) => {
          logger.info({ outcome, signal }, 'stopped')
          resolve(outcome === 'done' ? STOP_EXIT.ok : STOP_EXIT.parked)
        },
        (error: unknown) => {
          logger.error({ error }, 'stop failed')
          resolve(STOP_EXIT.failed)
        },
      )
    }
    const onSignal = (signal: NodeJS.Signals): void => {
      if (asked) agent.hurry()
      else stop(signal, within)
    }
    onParentStops?.((patience) => {
      if (!asked) stop('parent', patience ?? within)
    })
    const windows = process.platform === 'win32' ? (['SIGBREAK'] as const) : []
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', ...windows] as const) process.on(signal, onSignal)
  })
}
