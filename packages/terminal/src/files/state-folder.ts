import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import process from 'node:process'

/**
 * The folder where a program keeps what must outlive it: `nationec/NAME` in the state folder of this user
 * (`XDG_STATE_HOME`, `%LOCALAPPDATA%`, `~/Library/Application Support`). It is not made.
 *
 * @example
 * ```ts
 * import { stateFolder } from '@nationec/terminal'
 *
 * console.log(stateFolder('ledger', { XDG_STATE_HOME: '/var/lib/till' }, 'linux')) // /var/lib/till/nationec/ledger
 * ```
 */
export function stateFolder(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  return join(userFolder(environment, platform), 'nationec', name)
}

function userFolder({ LOCALAPPDATA, XDG_STATE_HOME = '' }: NodeJS.Dict<string>, platform: string): string {
  if (platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  // The XDG specification: a path that is not absolute is to be ignored.
  return isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : join(homedir(), '.local', 'state')
}
