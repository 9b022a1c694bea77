import { randomUUID } from 'node:crypto'
import process from 'node:process'

/** The code of a system error, for example `EEXIST`. */
export function systemCode(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code
}

/** Thirty-two hexadecimal digits that no other call gives, in any process. */
export function freshId(): string {
  return randomUUID().replaceAll('-', '')
}

/** On Windows a file that another process has open for a moment, a virus scanner for example, cannot be replaced or deleted. */
const BUSY: ReadonlySet<unknown> = new Set(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : [])

/** Does it again for up to half a second while Windows says that a file is in use. */
export function patiently<Result>(work: () => Result): Result {
  for (let waits = 0; ; waits += 1) {
    try {
      return work()
    } catch (error) {
      if (waits === 50 || !BUSY.has(systemCode(error))) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
