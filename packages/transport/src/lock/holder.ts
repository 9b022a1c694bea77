import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import process from 'node:process'
import { startOf } from './start-of.ts'

/** Who holds a lock. A number alone is not enough: after a restart another process soon has it. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** Of the start of the machine; Linux only. */
  readonly boot?: string | undefined
  /** Where the number of the process counts: each container has its own; Linux only. */
  readonly namespace?: string | undefined
  /** When the process began, in ticks since the machine did; Linux only. */
  readonly began?: string | undefined
  /** When the lock was taken, in milliseconds since 1970. */
  readonly takenAt: number
}

/** What is known of a holder from here. */
export type Judgement = 'alive' | 'gone' | 'elsewhere'

/** This process. */
export function thisProcess(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    boot: orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: orNothing(() => readlinkSync('/proc/self/ns/pid')),
    began: statOf(process.pid)?.began,
    // Not before the start of the process, though the clock may have been set back since.
    takenAt: Math.max(Date.now(), Math.ceil(performance.timeOrigin)),
  }
}

/**
 * Whether a holder lives. In doubt it does: two holders lose what one has written, a lock too many costs a message.
 *
 * @param self this process
 */
export function judge(holder: Holder, self: Holder): Judgement {
  const bothKnowBoot = holder.boot !== undefined && self.boot !== undefined
  if (bothKnowBoot && holder.boot === self.boot) {
    return holder.namespace === self.namespace ? judgeByNumber(holder) : 'elsewhere'
  }
  if (holder.host !== self.host) return 'elsewhere'
  return bothKnowBoot ? 'gone' : judgeByNumber(holder)
}

/** The clock may be set while a process starts; a later process with the same number comes much later. */
const MARGIN = 60_000

function judgeByNumber({ pid, began, takenAt }: Holder): Judgement {
  if (!isRunning(pid)) return 'gone'
  const stat = statOf(pid)
  if (stat !== undefined) return stat.hasEnded || (began !== undefined && stat.began !== began) ? 'gone' : 'alive'
  const start = startOf(pid)
  return start !== undefined && start > takenAt + MARGIN ? 'gone' : 'alive'
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Anything else, such as EPERM, speaks of a process that is there.
    return (error as { code?: unknown }).code !== 'ESRCH'
  }
}

/** proc(5): the name in brackets may hold blanks and brackets itself; behind it field 3 is the state, field 22 the start. */
function statOf(pid: number): { readonly began: string | undefined; readonly hasEnded: boolean } | undefined {
  const text = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (text === undefined) return undefined
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { began: fields[19], hasEnded: /^[ZXx]$/.test(fields[0] ?? '') }
}

/** Other systems have none of these files, and some runtimes give no right to read them. */
function orNothing(read: () => string): string | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
