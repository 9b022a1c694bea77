import { spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { agentError } from '../errors/agent-error.ts'
import { autostartOf } from './autostart.ts'
import { askControl } from './control.ts'
import type { Places } from './places.ts'

/** Longer than a payment at the terminal. */
const STOPS_WITHIN = 11 * 60 * 1_000

/**
 * Stops the agent when its work in hand is done, and waits for that.
 *
 * @throws `AGENT_STILL_RUNS`
 */
async function stopKeeper(places: Places): Promise<void> {
  const until = performance.now() + STOPS_WITHIN
  while ((await askControl(places, 'stop')) !== undefined) {
    if (performance.now() > until) throw agentError('AGENT_STILL_RUNS')
    await sleep(200)
  }
}

/** Removes the programs and the start at logon. The data folder with the ledger is never touched. */
export async function uninstall(places: Places): Promise<void> {
  await autostartOf(places).disable()
  await stopKeeper(places)
  if (process.platform === 'win32' && process.execPath.toLowerCase().startsWith(places.home.toLowerCase()))
    return removeAfterEnd(places)
  await rm(places.home, { recursive: true, force: true, maxRetries: 10 })
}

/** Windows removes no program that runs: everything else now, the rest when this program has ended. */
async function removeAfterEnd({ home }: Places): Promise<void> {
  const own = dirname(process.execPath)
  for (const name of await readdir(home)) {
    const path = join(home, name)
    if (!own.toLowerCase().startsWith(path.toLowerCase()))
      await rm(path, { recursive: true, force: true, maxRetries: 10 })
  }
  const command = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'cmd.exe')
  // Passed in the environment: in the words of cmd a name with & or % would be more than a name.
  const line = 'ping -n 4 127.0.0.1 >nul & rmdir /s /q "%NATIONEC_REMOVE%"'
  const options = { cwd: dirname(home), detached: true, stdio: 'ignore', windowsHide: true } as const
  const env = { ...process.env, NATIONEC_REMOVE: home }
  spawn(command, ['/d', '/s', '/c', `"${line}"`], { ...options, env, windowsVerbatimArguments: true }).unref()
}
