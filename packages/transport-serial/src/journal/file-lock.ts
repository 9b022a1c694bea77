import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'

/** What this process holds: after a restart another process may have the number that stands in the file. */
const held = new Set<string>()

/**
 * Takes a lock file that names this process. A lock of a process that has ended is taken over.
 *
 * @returns the way to let go, or `undefined` if a living process holds it
 */
export function takeLock(path: string): (() => void) | undefined {
  const file = resolve(path)
  if (held.has(file)) return undefined
  if (!create(file)) {
    if (isAlive(ownerOf(file))) return undefined
    unlinkSync(file)
    if (!create(file)) return undefined
  }
  held.add(file)
  return () => {
    if (held.delete(file)) unlinkSync(file)
  }
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(file: string): number {
  return Number.parseInt(readFileSync(file, 'utf8'), 10)
}

function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM'
  }
}
