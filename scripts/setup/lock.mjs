import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Longer than any install: what is older was left behind. */
const OLDEST = 60 * 60_000

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
  for (let waits = 0; !take(file); waits += 1) {
    if (waits === 0) onWait?.()
    if (isLeftBehind(file)) removeLeftBehind(file)
    else await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, `${process.pid} ${hostname()}`)
    closeSync(handle)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function isLeftBehind(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    if (age > OLDEST) return true
    const [pid = '', host] = readFileSync(file, 'utf8').split(' ')
    // An empty file is one whose owner is just writing it, unless it stays empty.
    if (pid === '') return age > 5_000
    return host === hostname() && !isAlive(Number(pid))
  } catch {
    return false // gone meanwhile: try again
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Of several that wait, one may remove the old lock: otherwise the second would remove the lock the first has just taken.
 *
 * @param {string} file
 */
function removeLeftBehind(file) {
  const right = `${file}.takeover`
  if (!take(right)) {
    if (isLeftBehind(right)) rmSync(right, { force: true })
    return
  }
  try {
    if (isLeftBehind(file)) rmSync(file, { force: true })
  } finally {
    rmSync(right, { force: true })
  }
}
