import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** Where programs of this system keep what must outlive them. */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const { LOCALAPPDATA, XDG_STATE_HOME } = environment
  if (platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'nationec', 'agent')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'nationec', 'agent')
  return join(XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'nationec', 'agent')
}
