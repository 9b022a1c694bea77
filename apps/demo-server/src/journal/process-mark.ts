import { readFile } from 'node:fs/promises'

/**
 * What tells a process from a later one that was given the same number, where the system says so: the start of the
 * machine and the start of the process (Linux). Elsewhere only the number is known.
 */
export async function markOfProcess(pid: number): Promise<string | undefined> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold blanks and brackets itself; field 22 is the start.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return started === undefined ? undefined : `${boot}:${started}`
  } catch {
    return undefined
  }
}
