import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Holder, judge, thisProcess } from './holder.ts'
import { LockError } from './lock-error.ts'
import { type LockRecord, readRecord, writeRecord } from './lock-record.ts'
import { freshId, patiently, systemCode } from './system.ts'

/** A lock that this process holds. */
export interface Lock {
  /** Lets the next one in. More than one call is harmless. */
  release(): void
}

/** A lock that a process left behind when it died, and where it lies. */
interface Left {
  readonly name: string
  readonly id: string
}

/** Each new attempt means that another process took or released the lock meanwhile. */
const MOST_ATTEMPTS = 1_000

/**
 * Takes a lock file for this process, or throws at once; the lock of a process that has died is taken over.
 *
 * The file is written whole beside its place and linked there, so that two processes never both make it and none reads half
 * of it. A lock that was left behind is not deleted, because another process may have taken its place a moment before: its
 * successors compete for one more link, `<path>.<id of the old lock>`; the one that gets it, while the old lock still lies
 * there, renames that link over the old lock.
 *
 * The holder is known by the number of its process and, on Linux, by the start of the machine, the start of the process and
 * the namespace of its number. On macOS and Windows, where that needs native code, a process that began a minute or more
 * after the lock was taken is not its holder (asked of `ps`, of PowerShell). A lock by another machine or container is never
 * taken over.
 *
 * @param path of the lock file, in a folder that exists, on a file system with hard links (not FAT)
 * @throws {@link LockError}
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { takeLock } from '@nationec/transport/lock'
 *
 * const lock = takeLock(join(mkdtempSync(join(tmpdir(), 'till-')), 'till.lock'))
 * try {
 *   // No other process is in here.
 * } finally {
 *   lock.release()
 * }
 * ```
 */
export function takeLock(path: string): Lock {
  const file = resolve(path)
  const record = { ...thisProcess(), id: freshId() }
  try {
    claim(file, record)
  } catch (error) {
    throw error instanceof LockError ? error : new LockError('failed', { cause: error })
  }
  let isHeld = true
  return {
    release() {
      if (isHeld && recordAt(file)?.id === record.id) patiently(() => unlinkSync(file))
      isHeld = false
    },
  }
}

function claim(file: string, record: LockRecord): void {
  const draft = `${file}.${record.id}.new`
  writeWhole(draft, writeRecord(record))
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) if (isClaimed(file, draft, record)) return
    throw new Error('the lock changed hands too often')
  } finally {
    discard(draft)
  }
}

/** Walks from the lock file over what was left behind to the first free name. False: begin again. */
function isClaimed(file: string, draft: string, self: Holder): boolean {
  const passed: Left[] = []
  const isStillLeft = (): boolean => passed.every(({ name, id }) => recordAt(name)?.id === id)
  for (let name = file; ; ) {
    if (isLinked(draft, name)) {
      if (passed.length === 0) return true
      // Another process took over, let go, and made this name free again: it succeeds nothing any more.
      if (!isStillLeft()) {
        discard(name)
        return false
      }
      replace(file, name)
      for (const left of passed.slice(1)) discard(left.name)
      return true
    }
    const holder = recordAt(name)
    if (holder === undefined) return false
    const judgement = judge(holder, self)
    if (judgement !== 'gone') {
      if (!isStillLeft()) return false
      throw new LockError(judgement === 'alive' ? 'held' : 'elsewhere', { pid: holder.pid })
    }
    passed.push({ name, id: holder.id })
    name = `${file}.${holder.id}`
  }
}

function replace(file: string, name: string): void {
  try {
    patiently(() => renameSync(name, file))
  } catch (error) {
    discard(name)
    throw error
  }
}

/** A file that stays does no harm: what it would succeed is no longer there. */
function discard(name: string): void {
  try {
    patiently(() => unlinkSync(name))
  } catch {}
}

function isLinked(draft: string, name: string): boolean {
  try {
    patiently(() => linkSync(draft, name))
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** On the disk before it has its name: after a power cut an empty lock would say nothing of its holder. */
function writeWhole(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** `undefined` if there is no such file (any more). */
function recordAt(name: string): LockRecord | undefined {
  let text: string
  try {
    text = patiently(() => readFileSync(name, 'utf8'))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
  const record = readRecord(text)
  if (record === undefined) throw new LockError('unreadable')
  return record
}
