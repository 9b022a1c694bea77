import type { Connection } from './connection.ts'

/** Moves the log into the database while no caller waits: in a commit it would stop all of them. */
export interface Checkpoints {
  /** Tells that groups were stored. */
  stored(groups: number): void
  stop(): void
}

/** So many groups are worth the syncs of a checkpoint. */
const WORTH = 64

/** No group for so many milliseconds: the callers have a pause. */
const PAUSE = 50

export function checkpointsOf(connection: Connection): Checkpoints {
  let timer: ReturnType<typeof setTimeout> | undefined
  let groups = 0

  function checkpoint(): void {
    timer = undefined
    groups = 0
    try {
      connection.ask({ sql: 'PRAGMA wal_checkpoint(PASSIVE)', values: [] })
    } catch {
      // What is committed lies in the log, and the next checkpoint, or the next opening, moves it.
    }
  }

  return {
    stored(count) {
      groups += count
      if (groups < WORTH) return
      clearTimeout(timer)
      timer = setTimeout(checkpoint, PAUSE)
      timer.unref()
    },
    stop: () => clearTimeout(timer),
  }
}
