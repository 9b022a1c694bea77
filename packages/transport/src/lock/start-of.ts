import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** A program of the system that tells when a process began, and how to read its words. */
interface StartTeller {
  readonly command: (pid: number, environment: NodeJS.ProcessEnv) => readonly [program: string, ...args: string[]]
  /** Milliseconds since 1970; `NaN` if the words are others. */
  readonly read: (words: string) => number
}

/** Windows counts in 100 ns since 1601. */
const MILLISECONDS_FROM_1601_TO_1970 = 11_644_473_600_000

export const windowsTeller: StartTeller = {
  command: (pid, environment) => [
    `${environment['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    ...['-NoProfile', '-NonInteractive', '-Command'],
    `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
  ],
  read: (words) => (/^\d+$/.test(words) ? Number(words) / 10_000 - MILLISECONDS_FROM_1601_TO_1970 : Number.NaN),
}

export const unixTeller: StartTeller = {
  command: (pid) => ['/bin/ps', '-o', 'lstart=', '-p', String(pid)],
  read: (words) => Date.parse(`${words} UTC`),
}

/**
 * When a process began, where only a program of the system tells it (macOS, Windows); it takes up to a second there.
 *
 * @returns milliseconds since 1970, or `undefined` if nothing can be learnt
 */
export function startOf(
  pid: number,
  teller = process.platform === 'win32' ? windowsTeller : unixTeller,
): number | undefined {
  const [program, ...args] = teller.command(pid, process.env)
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC0' }
  try {
    const { stdout } = spawnSync(program, args, { encoding: 'utf8', env, timeout: 10_000, windowsHide: true })
    const start = teller.read(stdout.trim())
    return Number.isFinite(start) ? start : undefined
  } catch {
    return undefined
  }
}
