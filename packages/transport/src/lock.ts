/**
 * A lock file that one process holds: for what two processes must never write at once, such as a journal.
 *
 * @module
 */
export { LockError, type LockErrorParts, type LockReason } from './lock/lock-error.ts'
export { type Lock, takeLock } from './lock/take-lock.ts'
