import { closeSync, linkSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs'
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
  if (!create(file) && !(isStale(file) && create(file))) return undefined
  held.add(file)
  return () => {
    if (held.delete(file)) unlinkSync(file)
  }
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, `${process.pid} ${beginningOf(process.pid) ?? ''}`.trim())
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false
    throw error
  }
}

/** True if the lock was left by a process that has ended, and is out of the way now. */
function isStale(file: string): boolean {
  const owner = readFileSync(file, 'utf8')
  if (isAlive(owner)) return false
  const aside = `${file}.${process.pid}`
  renameSync(file, aside)
  // Somebody else may have seen the same and be the owner by now: then it is given back.
  const isTheSame = readFileSync(aside, 'utf8') === owner
  if (!isTheSame) giveBack(aside, file)
  unlinkSync(aside)
  return isTheSame
}

function giveBack(aside: string, file: string): void {
  try {
    linkSync(aside, file)
  } catch {}
}

/** @param owner the number of a process, and when it began if the system tells */
function isAlive(owner: string): boolean {
  const [number = '', beginning] = owner.split(' ')
  const pid = Number.parseInt(number, 10)
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EPERM') return false
  }
  // After the power was cut another process soon has the number.
  return beginning === undefined || (beginningOf(pid) ?? beginning) === beginning
}

/** When a process began, in ticks since the machine did; Linux only (proc(5), field 22 of `stat`). */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
