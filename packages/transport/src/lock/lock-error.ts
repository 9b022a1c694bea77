import type { BilingualText } from '@nationec/errors'

/**
 * Why a lock was not taken.
 *
 * - `held`: a living process of this machine holds it
 * - `elsewhere`: another machine or container wrote it, and from here it cannot be told whether that process lives
 * - `unreadable`: the file holds something else than a lock
 * - `failed`: the file system refused
 */
export type LockReason = 'held' | 'elsewhere' | 'unreadable' | 'failed'

/** What {@link LockError} keeps beside its reason. */
export interface LockErrorParts {
  readonly cause?: unknown
  /** The number of the process that holds the lock. */
  readonly pid?: number
}

const BY_HAND = {
  en: 'If certainly no process uses it, delete the lock file.',
  zh: '若确认没有进程在使用，请删除该锁文件。',
}

const DETAILS: Readonly<Record<LockReason, (pid: number | undefined) => BilingualText>> = {
  held: (pid) => ({ en: `Process ${pid} holds the lock file.`, zh: `锁文件由进程 ${pid} 持有。` }),
  elsewhere: () => ({
    en: `The lock file was written by another machine or container. ${BY_HAND.en}`,
    zh: `锁文件由另一台计算机或另一个容器写入。${BY_HAND.zh}`,
  }),
  unreadable: () => ({
    en: `The lock file cannot be read as one. ${BY_HAND.en}`,
    zh: `锁文件的内容无法识别。${BY_HAND.zh}`,
  }),
  failed: () => ({
    en: 'The lock file could not be written: the folder must exist, be writable, and lie on a file system with hard links.',
    zh: '无法写入锁文件：所在文件夹须已存在、可写，且文件系统须支持硬链接。',
  }),
}

/** Thrown by {@link takeLock}; the caller turns it into an error of its own catalogue, with `detail` among the details. */
export class LockError extends Error {
  readonly reason: LockReason
  /** What is wrong and what to do, in both languages. Names neither the file nor its folder. */
  readonly detail: BilingualText

  constructor(reason: LockReason, { cause, pid }: LockErrorParts = {}) {
    const detail = DETAILS[reason](pid)
    super(`${detail.en}\n${detail.zh}`, { cause })
    this.name = 'LockError'
    this.reason = reason
    this.detail = detail
  }
}
