import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LockError, takeLock } from './generated/take-lock.mjs'

/**
 * Runs `work` while no other process of this checkout does. A lock whose owner has died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void }} [options] `onWait`: called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait } = {}) {
  mkdirSync(dirname(file), { recursive: true })
  const lock = await takeInTurn(file, onWait)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** @param {string} file @param {(() => void) | undefined} onWait */
async function takeInTurn(file, onWait) {
  for (let waits = 0; ; waits += 1) {
    try {
      return takeLock(file)
    } catch (error) {
      if (!(error instanceof LockError) || error.reason !== 'held') throw error
    }
    if (waits === 0) onWait?.()
    await sleep(200)
  }
}
