import { execFile } from 'node:child_process'
import process from 'node:process'
import type { Places } from './places.ts'

export type SystemLogLevel = 'info' | 'warning' | 'error'

/** Writes what the people who run the computers look for in the log of the system: starts, ends, unknown outcomes. */
export type SystemLog = (level: SystemLogLevel, text: string) => void

/**
 * The event log of Windows, by the launcher, as the source `nationec-agent`; other systems have the agent's own log. A line
 * that cannot be written ends nothing.
 */
export function systemLogOf({ launcher }: Places): SystemLog {
  if (process.platform !== 'win32') return () => {}
  return (level, text) => {
    execFile(launcher, ['--event', level, text], { windowsHide: true }, () => {})
  }
}
