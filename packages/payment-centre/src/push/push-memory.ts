import { type BilingualText, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { centreOptionError } from '../errors/centre-error.ts'

/**
 * Remembers which pushes were handed on, so that each is handed on once. Give one of your own (a table with a unique
 * key) where several processes receive, or where a restart must not forget.
 *
 * A key is 64 hexadecimal digits; nothing personal can be read from it.
 */
export interface PushMemory {
  /**
   * Takes a push for handling, in one indivisible step.
   *
   * - `taken`: it was free; from now on the caller has it, until `settle` or `forget`. A memory that outlives the process
   *   gives it up at `leaseUntil`, because a process that died can do neither
   * - `handled`: it was settled before
   * - `busy`: another process has it now, or there is no room
   *
   * Times are milliseconds since 1970; `now` is the receiver's clock. A push must be remembered until `keepUntil`.
   */
  take(key: string, times: PushTimes): Promise<PushTaking> | PushTaking
  /** The push was handed on and accepted: remember it. */
  settle(key: string): Promise<void> | void
  /** The handling failed: the next repeat is handed on again. */
  forget(key: string): Promise<void> | void
}

export type PushTaking = 'taken' | 'handled' | 'busy'

export interface PushTimes {
  readonly now: number
  readonly leaseUntil: number
  readonly keepUntil: number
}

export interface MemoryOptions {
  /** The most pushes that are remembered. Default 100,000, about 20 MB. */
  readonly capacity?: number | undefined
}

const OPTIONS: OptionNames<MemoryOptions> = { capacity: true }
const aCapacity: BilingualText = { en: 'a whole number above 0', zh: '正整数' }

interface Entry {
  handled: boolean
  readonly keepUntil: number
}

/**
 * The memory of one process, lost with it.
 *
 * When it is full and nothing in it is out of date, it takes no new push: the centre is asked to repeat. Forgetting an
 * old one instead would let a recorded push be handed on twice.
 */
export function createPushMemory(options: MemoryOptions = {}): PushMemory {
  requireKnownOptions(options, OPTIONS, centreOptionError)
  const { capacity = 100_000 } = options
  requireOption(Number.isSafeInteger(capacity) && capacity > 0, 'capacity', aCapacity, centreOptionError)
  const entries = new Map<string, Entry>()

  function hasRoom(now: number): boolean {
    if (entries.size < capacity) return true
    for (const [key, { handled, keepUntil }] of entries) if (handled && keepUntil < now) entries.delete(key)
    return entries.size < capacity
  }

  return {
    take(key, { now, keepUntil }) {
      const entry = entries.get(key)
      if (entry?.handled === false) return 'busy'
      if (entry !== undefined && entry.keepUntil >= now) return 'handled'
      if (entry === undefined && !hasRoom(now)) return 'busy'
      entries.set(key, { handled: false, keepUntil })
      return 'taken'
    },
    settle(key) {
      const entry = entries.get(key)
      if (entry !== undefined) entry.handled = true
    },
    forget: (key) => void entries.delete(key),
  }
}
